package io.roster.system.container;

import io.roster.system.RunningRoster;
import io.roster.system.TemporaryFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes the server into which Arquillian deploys: the product's configuration without the application, and with a
 * registry that knows a user of each role. To be named before Arquillian's extension, which starts it.
 */
public final class PreparedServer implements BeforeAllCallback {
    private static final String NAME = "in-container-" + System.getProperty("roster.fork", "fork-1");

    /** The password of the users {@code administrator}, {@code auditor} and {@code nobody}. */
    static final String PASSWORD = "in-container";

    private static final String FOR_ARQUILLIAN = """
              <featureManager><feature>localConnector-1.0</feature></featureManager>
              <basicRegistry id="basic" realm="defaultRealm">
                <user name="administrator" password="%1$s"/>
                <user name="auditor" password="%1$s"/>
                <user name="nobody" password="%1$s"/>
                <group name="administrator"><member name="administrator"/></group>
                <group name="auditor"><member name="auditor"/></group>
              </basicRegistry>
            </server>""".formatted(PASSWORD);

    private static boolean prepared;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // Also runs within the server, where nothing is to be prepared; and Arquillian starts one server for all
        // classes
        Path servers = Path.of("target/liberty/wlp/usr/servers").toAbsolutePath();
        if (!prepared && Files.exists(servers.resolve("system-tests"))) {
            prepared = true;
            prepare(servers.resolve("system-tests"), servers.resolve(NAME));
        }
    }

    private static void prepare(Path product, Path server) throws IOException {
        TemporaryFolders.delete(server);
        Files.createDirectories(server);
        Path data = Path.of("target/system", NAME, "data").toAbsolutePath();
        TemporaryFolders.delete(data);
        String xml = Files.readString(product.resolve("server.xml"));
        Files.writeString(
                server.resolve("server.xml"),
                xml.replaceAll("(?s)<enterpriseApplication.*?(/>|</enterpriseApplication>)", "")
                        .replace("</server>", FOR_ARQUILLIAN));
        // Arquillian's own start reads no server.env, so what would be environment variables are properties
        Files.writeString(server.resolve("bootstrap.properties"), """
                keystore_password=%s
                roster.standalone=false
                ROSTER_HTTP_PORT=%d
                ROSTER_HTTPS_PORT=%d
                ROSTER_DATA_DIR=%s
                ROSTER_BOOTSTRAP_SCIM_TOKEN=%s
                ROSTER_BOOTSTRAP_ADMIN_PASSWORD=%s
                """.formatted(
                        PASSWORD,
                        RunningRoster.freePort(),
                        RunningRoster.freePort(),
                        data,
                        RunningRoster.TOKEN,
                        RunningRoster.ADMIN_PASSWORD));
    }
}
