package sc.fiji.tinybeauty.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which part of the project may know which. */
class ArchitectureTest {

	private static final String ROOT = "sc.fiji.tinybeauty.";

	/** What of AWT needs no screen. */
	private static final DescribedPredicate<JavaClass> WINDOWS = resideInAnyPackage("java.awt..", "javax.swing..")
		.and(not(resideInAnyPackage("java.awt.geom..", "java.awt.image..", "java.awt.color.."))).as("windows");

	private static JavaClasses project;

	@BeforeAll
	static void read() {
		project = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("sc.fiji.tinybeauty");
		for (final String module : new String[] { "ops", "models", "plugin", "examples" })
			assertTrue(project.stream().anyMatch(c -> c.getPackageName().startsWith(ROOT + module)), module + " was not read");
	}

	@Test
	void pluginKnowsModelsKnowsOps() {
		layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true)
			.layer("ops").definedBy(ROOT + "ops..").layer("models").definedBy(ROOT + "models..")
			.layer("plugin").definedBy(ROOT + "plugin..").layer("examples").definedBy(ROOT + "examples..")
			.whereLayer("examples").mayNotBeAccessedByAnyLayer()
			.whereLayer("plugin").mayOnlyBeAccessedByLayers("examples")
			.whereLayer("models").mayOnlyBeAccessedByLayers("plugin", "examples")
			.whereLayer("ops").mayOnlyBeAccessedByLayers("models", "plugin", "examples").check(project);
	}

	@Test
	void opsKnowsNeitherWindowsNorImageJNorEngine() {
		noClasses().that(resideInAPackage(ROOT + "ops..")).should().dependOnClassesThat(WINDOWS).check(project);
		noClasses().that(resideInAPackage(ROOT + "ops..")).should().dependOnClassesThat()
			.resideInAnyPackage("ij..", "ai.djl..", "org.scijava..").check(project);
	}

	@Test
	void modelsKnowsNeitherWindowsNorImageJ() {
		noClasses().that(resideInAPackage(ROOT + "models..")).should().dependOnClassesThat()
			.resideInAnyPackage("ij..", "javax.swing..").check(project);
		noClasses().that(resideInAPackage(ROOT + "models..")).should().dependOnClassesThat(DRAWS_ON_SCREEN).check(project);
	}

	@Test
	void packagesAreNamedAfterConcepts() {
		classes().should(new com.tngtech.archunit.lang.ArchCondition<>("live in a package named after a concept") {

			@Override
			public void check(final JavaClass c, final com.tngtech.archunit.lang.ConditionEvents events) {
				final boolean vague = c.getPackageName().matches(".*\\b(utils?|helpers?|common|misc)\\b.*");
				if (vague) events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(c, c.getName()));
			}
		}).check(project);
	}

	/** Plotting a loss curve into an image takes AWT's drawing classes, which need no screen; windows and widgets do. */
	private static final DescribedPredicate<JavaClass> DRAWS_ON_SCREEN = DescribedPredicate.describe("windows",
		c -> c.isAssignableTo("java.awt.Component") || c.isAssignableTo("java.awt.MenuComponent")
			|| c.isEquivalentTo(java.awt.Toolkit.class));
}
