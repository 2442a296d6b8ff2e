package io.roster.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Takes off the suffix by which a client may ask for the format of a resource, {@code /Users/{id}.scim} (RFC 7644 section
 * 3.8). No id has a dot; URNs of schemas do.
 */
@Provider
@PreMatching
@ApplicationScoped
public class FormatSuffix implements ContainerRequestFilter {

    private static final Pattern RESOURCE = Pattern.compile("/?\\w+/[^/.]+\\.scim");
    private static final int LENGTH = ".scim".length();

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (RESOURCE.matcher(uri.getPath(false)).matches()) {
            String path = uri.getAbsolutePath().getRawPath();
            request.setRequestUri(uri.getRequestUriBuilder()
                    .replacePath(path.substring(0, path.length() - LENGTH))
                    .build());
        }
    }
}
