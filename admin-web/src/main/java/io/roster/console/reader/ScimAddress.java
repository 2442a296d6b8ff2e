package io.roster.console.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the SCIM service is, as Okta has to be told. */
@Named
@RequestScoped
public class ScimAddress {

    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "ROSTER_PUBLIC_URL")
    private Optional<String> publicUrl;

    /** @return the base URL without a slash at the end: under the public address, else under that of this request */
    public String getBase() {
        return origin() + "/scim/v2";
    }

    /** @return where Okta reads the public keys of its service app */
    public String getJwks() {
        return origin() + "/scim/jwks.json";
    }

    /** @return where Okta asks as an import inline hook */
    public String getImportHook() {
        return origin() + "/hooks/okta/import";
    }

    private String origin() {
        return publicUrl.map(url -> url.replaceAll("/+$", "")).orElseGet(() -> URI.create(
                        request.getRequestURL().toString())
                .resolve("/")
                .toString()
                .replaceAll("/$", ""));
    }
}
