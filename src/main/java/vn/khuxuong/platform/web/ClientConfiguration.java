package vn.khuxuong.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets {@link Client} see from Tomcat whether a connection still stands, and Tomcat refuse in our
 * own form.
 */
@Configuration
class ClientConfiguration {
  /** Bytes that go out in one piece: each wakes the client, and pictures have 20 to 100 KB. */
  private static final int PIECE = 32_768;

  /** So that the buffers of pieces stay a part of the heap, however many connect. */
  private static final int MOST_CONNECTIONS = 2_048;

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientDepartures() {
    return factory -> factory.addEngineValves(new ConnectionValve());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> largePieces() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setProperty("socket.appWriteBufSize", Integer.toString(PIECE));
              connector.setProperty("maxConnections", Integer.toString(MOST_CONNECTIONS));
            });
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ServerRefusals.class.getName());
              }
            });
  }

  private static final class ConnectionValve extends ValveBase {
    private ConnectionValve() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      org.apache.coyote.Request connection = request.getCoyoteRequest();
      BooleanSupplier gone = () -> isClosed(connection);
      request.setAttribute(Client.GONE, gone);
      getNext().invoke(request, response);
    }

    /**
     * Reads on without waiting. An end of the stream, as any failure, shows as exactly one byte
     * that can be had; a next request that came early shows as more. A client that closes only its
     * sending half counts as gone, as with most proxies.
     */
    private static boolean isClosed(org.apache.coyote.Request connection) {
      connection.action(ActionCode.AVAILABLE, true);
      return connection.getAvailable() == 1;
    }
  }
}
