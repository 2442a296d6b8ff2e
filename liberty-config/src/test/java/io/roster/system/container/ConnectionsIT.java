package io.roster.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.ApiTokens;
import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.user.Users;
import jakarta.ejb.EJB;
import jakarta.json.Json;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That one data source serves all: what shares a transaction shares a connection, and each finds its way back. */
@ExtendWith({PreparedServer.class, ArquillianExtension.class})
class ConnectionsIT {
    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "1", "in-container", Scope.WRITE, null);
    private static final Pattern IN_USE = Pattern.compile("(?:un)?shared=(\\d+)");
    private static final int THREADS = 8;
    private static final int READS = 4000;

    @EJB
    ApiTokens tokens;

    @EJB
    Users users;

    @EJB
    WritingTimer timer;

    @Deployment
    static EnterpriseArchive deployment() {
        return TestedEar.with(ConnectionsIT.class, PreparedServer.class, WritingTimer.class);
    }

    @Test
    void whatATimerWritesIsCommittedWithTheTimer() throws Exception {
        String secret = "timer-" + UUID.randomUUID();
        timer.fire(secret);
        for (int i = 0; i < 300 && !isKnown(secret); i++) {
            Thread.sleep(100);
        }
        assertTrue(isKnown(secret));
    }

    /** Without numConnectionsPerThreadLocal, Liberty loses one connection in some thousand reads. */
    @Test
    void noConnectionStaysBehind() throws Exception {
        String secret = "reader-" + UUID.randomUUID();
        tokens.ensure("reader", secret);
        String id = users.create(
                        OKTA,
                        Json.createObjectBuilder()
                                .add(
                                        "schemas",
                                        Json.createArrayBuilder().add("urn:ietf:params:scim:schemas:core:2.0:User"))
                                .add("userName", secret)
                                .build(),
                        Preconditions.NONE)
                .id();
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            readers.add(executor.submit(() -> {
                for (int read = 0; read < READS; read++) {
                    tokens.authenticate("Bearer " + secret);
                    users.get(id, true);
                }
            }));
        }
        for (Future<?> reader : readers) {
            reader.get();
        }
        executor.shutdown();
        assertEquals(0, inUse());
    }

    private boolean isKnown(String secret) {
        try {
            tokens.authenticate("Bearer " + secret);
            return true;
        } catch (ScimException e) {
            return false;
        }
    }

    private static int inUse() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName any = new ObjectName("WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,*");
        ObjectName pool = server.queryNames(any, null).iterator().next();
        String contents = (String) server.invoke(pool, "showPoolContents", null, null);
        Matcher counts = IN_USE.matcher(contents);
        int sum = 0;
        while (counts.find()) {
            sum += Integer.parseInt(counts.group(1));
        }
        return sum;
    }
}
