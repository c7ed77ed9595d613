// OWASP Java HTML Sanitizer：Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.LINKS).and(qdPolicy())
static PolicyFactory qdPolicy() {
  String tags = "qd-metric qd-progress qd-chart qd-standings qd-table qd-source "
      + "qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard";
  String attributes = "report indicator indicators area variant theme text locale "
      + "target change trend also type mode heading-level";
  return new HtmlPolicyBuilder()
      .allowElements(tags.split(" "))
      .allowAttributes(attributes.split(" "))
      .onElements(tags.split(" "))
      .toFactory();
}
