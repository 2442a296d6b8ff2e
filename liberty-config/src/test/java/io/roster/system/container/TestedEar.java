package io.roster.system.container;

import java.io.File;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR, with one more web module that holds the tests. */
final class TestedEar {
    private static final String DESCRIPTOR = "META-INF/application.xml";

    private TestedEar() {}

    static EnterpriseArchive with(Class<?>... classes) {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "in-container-tests.war")
                .addClasses(classes)
                .addAsWebInfResource(new StringAsset(""), "beans.xml");
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File("target/roster.ear"));
        String modules = new String(read(ear), java.nio.charset.StandardCharsets.UTF_8);
        ear.delete(DESCRIPTOR);
        ear.addAsManifestResource(new StringAsset(modules.replace("</application>", """
                        <module><web><web-uri>in-container-tests.war</web-uri>
                        <context-root>/in-container-tests</context-root></web></module></application>""")), "application.xml");
        return ear.addAsModule(Testable.archiveToTest(tests));
    }

    private static byte[] read(EnterpriseArchive ear) {
        try (var descriptor = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return descriptor.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
