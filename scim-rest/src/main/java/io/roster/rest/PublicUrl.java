package io.roster.rest;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The address of the SCIM service as clients know it. */
final class PublicUrl {

    private static final Optional<String> CONFIGURED = ConfigProvider.getConfig()
            .getOptionalValue("ROSTER_PUBLIC_URL", String.class)
            .map(url -> withoutSlash(url) + "/scim/v2");

    private PublicUrl() {}

    /** Without a slash at the end: from {@code ROSTER_PUBLIC_URL}, else as the request addressed it. */
    static String base(UriInfo uri) {
        return CONFIGURED.orElseGet(() -> withoutSlash(uri.getBaseUri().toString()));
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
