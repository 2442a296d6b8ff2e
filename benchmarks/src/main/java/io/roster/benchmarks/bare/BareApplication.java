package io.roster.benchmarks.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import java.util.Arrays;

/** What the server costs without Roster: a JAX-RS resource with a fixed body. Deployed by the benchmark alone. */
@ApplicationPath("/")
@Path("/")
public class BareApplication extends Application {
    private static final byte[] BODY = new byte[900];

    static {
        Arrays.fill(BODY, (byte) 'x');
    }

    /** The 900 bytes. */
    @GET
    @Produces("application/scim+json")
    public byte[] body() {
        return BODY.clone();
    }
}
