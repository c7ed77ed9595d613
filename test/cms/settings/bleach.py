# bleach 5、6：bleach.clean(html, tags=TAGS, attributes=ATTRIBUTES)
QD_TAGS = (
    "qd-metric qd-progress qd-chart qd-standings qd-table qd-source "
    "qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard"
).split()
QD_ATTRIBUTES = (
    "report indicator indicators area variant theme text locale "
    "target change trend also type mode heading-level"
).split()

TAGS = {"p", "br", "a", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", *QD_TAGS}
ATTRIBUTES = {"a": ["href", "title"], **{tag: QD_ATTRIBUTES for tag in QD_TAGS}}
