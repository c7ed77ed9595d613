// jsoup：Jsoup.clean(html, qdSafelist())
static Safelist qdSafelist() {
  String tags = "qd-metric qd-progress qd-chart qd-standings qd-table qd-source "
      + "qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard";
  String attributes = "report indicator indicators area variant theme text locale "
      + "target change trend also type mode heading-level";
  Safelist list = Safelist.relaxed();
  for (String tag : tags.split(" ")) {
    list.addTags(tag).addAttributes(tag, attributes.split(" "));
  }
  return list;
}
