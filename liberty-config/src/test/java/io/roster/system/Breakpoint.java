package io.roster.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector.Argument;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Holds the thread of a server that enters a method, within whatever transaction it is, so that the server can be killed
 * just there, on each database and whatever the time. All other threads go on.
 */
public final class Breakpoint implements AutoCloseable {
    private final RunningRoster roster;
    private final String type;
    private final String method;
    private final int hit;
    private final ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(found -> found.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    private final Map<String, Argument> arguments = connector.defaultArguments();
    private final CompletableFuture<Void> reached = new CompletableFuture<>();

    private Breakpoint(RunningRoster roster, String type, String method, int hit) {
        this.roster = roster;
        this.type = type;
        this.method = method;
        this.hit = hit;
    }

    /**
     * For the next start of a server.
     *
     * @param type the class, with its package
     * @param method its method, of any signature
     * @param hit at which call of it
     */
    public static Breakpoint of(RunningRoster roster, String type, String method, int hit) throws IOException {
        Breakpoint breakpoint = new Breakpoint(roster, type, method, hit);
        breakpoint.listen();
        return breakpoint;
    }

    private void listen() throws IOException {
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("port").setValue(String.valueOf(RunningRoster.freePort()));
        try {
            String address = connector.startListening(arguments);
            roster.option("-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:"
                    + address.substring(address.lastIndexOf(':') + 1));
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::watch, "breakpoint");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            VirtualMachine machine = connector.accept(arguments);
            ClassPrepareRequest loaded = machine.eventRequestManager().createClassPrepareRequest();
            loaded.addClassFilter(type);
            loaded.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            loaded.enable();
            while (true) {
                EventSet events = machine.eventQueue().remove();
                boolean here = false;
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        breakIn(machine, prepared.referenceType());
                    }
                    here |= event instanceof BreakpointEvent;
                }
                if (here) {
                    reached.complete(null);
                } else {
                    events.resume();
                }
            }
        } catch (IOException
                | IllegalConnectorArgumentsException
                | InterruptedException
                | VMDisconnectedException
                | IllegalArgumentException e) {
            reached.completeExceptionally(e);
        }
    }

    private void breakIn(VirtualMachine machine, ReferenceType found) {
        List<Method> methods = found.methodsByName(method);
        if (methods.isEmpty()) {
            reached.completeExceptionally(new AssertionError(type + " has no method " + method + " any more"));
        }
        for (Method each : methods) {
            BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(each.location());
            request.addCountFilter(hit);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
    }

    /** Waits until a thread is held, and kills the server. */
    public void kill(Duration patience) throws InterruptedException {
        try {
            reached.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The server did not come to " + type + "." + method, e);
        }
        assertThat(roster.isRunning()).isTrue();
        roster.kill();
    }

    /** Later starts have no breakpoint. */
    @Override
    public void close() throws IOException {
        roster.option("");
        try {
            connector.stopListening(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
