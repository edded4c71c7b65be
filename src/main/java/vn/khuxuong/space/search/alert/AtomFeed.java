package vn.khuxuong.space.search.alert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.search.vacancy.Vacancies;
import vn.khuxuong.space.search.vacancy.VacantRun;

/** Writes Atom (RFC 4287). Entries never change, so that readers show each once. */
@Component
class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Vacancies vacancies;

  AtomFeed(Vacancies vacancies) {
    this.vacancies = vacancies;
  }

  /**
   * The feed.
   *
   * @param news the newest first
   * @param word secret part of the feed's address
   */
  byte[] write(SavedSearch search, List<News> news, Links links, String word) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", search.language().tag());
      head(xml, search, news, links, word);
      for (News one : news) {
        entry(xml, one, links, search);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private void head(
      XMLStreamWriter xml, SavedSearch search, List<News> news, Links links, String word)
      throws XMLStreamException {
    Language language = search.language();
    element(xml, "id", "urn:uuid:" + search.id());
    element(
        xml, "title", language.choose("Có chỗ trống: ", "Free space: ") + words(search, language));
    element(
        xml,
        "subtitle",
        language.choose(
            "Dừng nguồn tin này: " + links.unsubscribe(word),
            "Stop this feed: " + links.unsubscribe(word)));
    element(xml, "updated", time(news.isEmpty() ? search.madeAt() : news.get(0).foundAt()));
    link(xml, "self", FeedController.address(links.base(), word), "application/atom+xml");
    link(xml, "alternate", links.search(search.query()), "text/html");
    xml.writeStartElement("author");
    element(xml, "name", "Khu Xưởng");
    xml.writeEndElement();
  }

  private String words(SavedSearch search, Language language) {
    return vacancies.words(search.query()).stream()
        .map(part -> part.text(language))
        .collect(Collectors.joining(" · "));
  }

  private static void entry(XMLStreamWriter xml, News news, Links links, SavedSearch search)
      throws XMLStreamException {
    RunWords words = new RunWords(links.language());
    double areaM2 = news.runs().stream().mapToDouble(VacantRun::areaM2).sum();
    List<VacantRun> runs = news.runs();
    xml.writeStartElement("entry");
    element(xml, "id", "urn:uuid:" + news.id());
    element(xml, "title", words.summary(news.inAll(), areaM2) + ": " + words.title(runs.get(0)));
    element(xml, "updated", time(news.foundAt()));
    link(
        xml,
        "alternate",
        runs.size() == 1 ? links.run(runs.get(0)) : links.search(search.query()),
        "text/html");
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(html(runs, words, links));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String html(List<VacantRun> runs, RunWords words, Links links) {
    return runs.stream()
        .map(
            run ->
                "<li><a href=\""
                    + escaped(links.run(run))
                    + "\">"
                    + escaped(words.title(run))
                    + "</a><br>"
                    + escaped(words.facts(run))
                    + "</li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private static String escaped(String text) {
    return org.springframework.web.util.HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private static String time(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_INSTANT.format(
        moment.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
  }
}
