package vn.khuxuong.platform.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import vn.khuxuong.platform.audit.Audit;

/**
 * The one policy of all doors. What is published may be read by anybody (GET, HEAD, OPTIONS); every
 * change needs an account, and the use case behind it names the role. People sign in with a form
 * and a session guarded against cross-site requests; tools send HTTP Basic.
 */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Pages and APIs that answer only for an account, also when they are only read. */
  private static final String[] ACCOUNT_ONLY = {
    "/account/**", "/api/v1/jobs/**", "/api/v1/imports/**", "/plan", "/allocate"
  };

  /** Doors that are read by POST too: they change nothing. */
  private static final Set<String> READ_BY_POST = Set.of("/wms", "/wfs");

  /** Where a secret link or a search is enough; without a session nobody acts in a name. */
  private static final String SAVED_SEARCHES = "/api/v1/saved-searches";

  /** Links of mails: who knows one may use it, also a mail program on its own (RFC 8058). */
  private static final String LINKS_OF_MAILS = "/alerts/";

  /** Pages for who cannot sign in: a new password, an address confirmed. */
  private static final String WITHOUT_PASSWORD = "/accounts/**";

  /** The doors for GIS tools with all that is below them: any page may read them. */
  private static final Pattern OPEN_DOORS =
      Pattern.compile("/(ogc|tiles|wms|wmts|wfs|styles)(/.*)?");

  /** Addresses that name the content of a file; see {@code portal.Assets}. */
  private static final Pattern FILES = Pattern.compile("/(assets|webjars)/.*");

  /** Searches that answer everybody alike. */
  private static final Set<String> OPEN_SEARCHES = Set.of("/api/v1/vacancies", "/api/v1/supply");

  private final String basemapUrl;

  SecurityConfiguration(@Value("${khu.basemap-url:}") String basemapUrl) {
    this.basemapUrl = basemapUrl;
  }

  /** Observing every filter costs more than the filters; requests as a whole are measured. */
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  /** Names of headers are looked at by the server: whoever gets here has sent tokens only. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(name -> true);
    return firewall;
  }

  /**
   * Who reads at an open door without saying who they are passes nothing that looks for it: tiles
   * are asked for by the hundred.
   */
  @Bean
  @Order(1)
  SecurityFilterChain openReads(HttpSecurity http, SecurityAnswers answers) throws Exception {
    return http.securityMatcher(SecurityConfiguration::isAnonymousRead)
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .cors(cors -> cors.configurationSource(publicReads()))
        .headers(this::headers)
        .build();
  }

  /**
   * Our scripts and style sheets are the same for everybody, and a page asks for dozens: they need
   * no session, and of the headers only the one that means files and not pages. What a page may do
   * is said with the page.
   */
  @Bean
  @Order(0)
  SecurityFilterChain files(HttpSecurity http) throws Exception {
    return http.securityMatcher(
            request ->
                READS.contains(method(request)) && FILES.matcher(request.getRequestURI()).matches())
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.defaultsDisabled().contentTypeOptions(withDefaults()))
        .build();
  }

  private static boolean isAnonymousRead(HttpServletRequest request) {
    return READS.contains(method(request))
        && request.getHeader("Authorization") == null
        && request.getHeader("Cookie") == null
        && (OPEN_DOORS.matcher(request.getRequestURI()).matches()
            || OPEN_SEARCHES.contains(request.getRequestURI()));
  }

  @Bean
  @Order(2)
  SecurityFilterChain doors(
      HttpSecurity http, SecurityAnswers answers, AuthenticationManager signIn) throws Exception {
    return http.authenticationManager(signIn)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasRole(Role.ADMIN.name())
                    .requestMatchers(ACCOUNT_ONLY)
                    .authenticated()
                    .requestMatchers(request -> READS.contains(method(request)))
                    .permitAll()
                    .requestMatchers("/wms", "/wfs", "/ogc/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, SAVED_SEARCHES, LINKS_OF_MAILS + "**")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, RegistrationController.PATH, WITHOUT_PASSWORD)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(new Landing(pageThatAskedForSignIn()))
                    .failureHandler(Landing.refused())
                    .permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/"))
        .httpBasic(basic -> basic.authenticationEntryPoint(answers))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
        .requestCache(cache -> cache.requestCache(pageThatAskedForSignIn()))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                    .csrfTokenRequestHandler(new CsrfTokens())
                    .requireCsrfProtectionMatcher(
                        request ->
                            CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !isTool(request)))
        .cors(cors -> cors.configurationSource(publicReads()))
        .headers(this::headers)
        .build();
  }

  @Bean
  AuthenticationManager signIn(Accounts accounts, PasswordEncoder encoder, SignInLimits limits) {
    DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts);
    passwords.setPasswordEncoder(encoder);
    return new ProviderManager(new GuardedSignIn(passwords, limits));
  }

  private void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .addHeaderWriter(contentPolicies())
        .frameOptions(frames -> frames.deny())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), payment=(), usb=()"))
        // answers say themselves how long they may be kept
        .cacheControl(cache -> cache.disable());
  }

  /**
   * A tool carries its credentials in a header of its own accord. A browser that was made to send
   * them from a foreign page says so in Sec-Fetch-Site, and is then no tool.
   */
  private static boolean isTool(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean ownWill = site == null || site.equals("none") || site.equals("same-origin");
    boolean readsOnly =
        READ_BY_POST.contains(request.getRequestURI()) && request.getUserPrincipal() == null;
    boolean inNoName =
        request.getRequestURI().startsWith(LINKS_OF_MAILS)
            || (request.getRequestURI().equals(SAVED_SEARCHES)
                && request.getRequestedSessionId() == null
                && request.getHeader("Authorization") == null);
    return (request.getHeader("Authorization") != null && ownWill) || readsOnly || inNoName;
  }

  /** Kept in a cookie and for pages only: nobody makes a session by being refused. */
  private static CookieRequestCache pageThatAskedForSignIn() {
    CookieRequestCache cache = new CookieRequestCache();
    cache.setRequestMatcher(SecurityAnswers::isPage);
    return cache;
  }

  private static HttpMethod method(HttpServletRequest request) {
    return HttpMethod.valueOf(request.getMethod());
  }

  /**
   * The editor shows backgrounds that its planner chooses: pictures from anywhere, nothing else.
   */
  private HeaderWriter contentPolicies() {
    HeaderWriter elsewhere = new ContentSecurityPolicyHeaderWriter(contentPolicy(basemap()));
    HeaderWriter editor = new ContentSecurityPolicyHeaderWriter(contentPolicy(" https: http:"));
    return (request, response) ->
        (request.getRequestURI().equals("/plan") ? editor : elsewhere)
            .writeHeaders(request, response);
  }

  private String basemap() {
    if (basemapUrl.isBlank()) {
      return "";
    }
    URI tiles = URI.create(basemapUrl.replaceAll("[{}]", ""));
    return " " + tiles.getScheme() + "://" + tiles.getAuthority();
  }

  private static String contentPolicy(String images) {
    return "default-src 'self'; img-src 'self' data:"
        + images
        + "; script-src 'self'; style-src 'self'; connect-src 'self'; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  /** Any page may read what is public, without credentials. */
  private static CorsConfigurationSource publicReads() {
    CorsConfiguration open = new CorsConfiguration();
    open.addAllowedOrigin(CorsConfiguration.ALL);
    READS.forEach(open::addAllowedMethod);
    open.addAllowedHeader(CorsConfiguration.ALL);
    open.addExposedHeader("Content-Crs");
    open.addExposedHeader("ETag");
    open.addExposedHeader("Link");
    open.addExposedHeader("Location");
    open.setMaxAge(3600L);
    return request ->
        OPEN_DOORS.matcher(request.getRequestURI()).matches()
                || request.getRequestURI().startsWith("/api/v1/")
            ? open
            : null;
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  Accounts accounts(JdbcClient jdbc, PasswordEncoder encoder, Audit audit) {
    return new Accounts(jdbc, encoder, audit);
  }

  @Bean
  @Order(0)
  ApplicationRunner firstAdministrator(Accounts accounts) {
    return arguments -> {
      String password = accounts.addFirstAdministrator("admin");
      if (password != null) {
        System.out.println(
            "First administrator: admin, password "
                + password
                + " (shown this once; another: ./khu user password admin)");
      }
    };
  }
}
