package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 7: TLS, and how long cookies last. */
class TransportIT {
    private final RunningRoster roster = SharedRoster.DERBY.server();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theEndpointIsServedByTls(String protocol) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trustingAnybody())
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + roster.httpsPort() + "/scim/v2/Users?count=1"))
                .header("Authorization", "Bearer " + RunningRoster.TOKEN)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession())
                .hasValueSatisfying(session -> assertThat(session.getProtocol()).isEqualTo(protocol));
    }

    @Test
    void cookiesEndWithTheBrowser() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(roster.uri("/admin/sign-in")).build();
        HttpResponse<String> page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .doesNotContainPattern("(?i)max-age|expires"));
    }

    /** The server's certificate is its own, made at its first start. */
    private static SSLContext trustingAnybody() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        return context;
    }

    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
