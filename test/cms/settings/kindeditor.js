// KindEditor 4：写在 KindEditor.create 之前
var qdTags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
var qdAttributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');
qdTags.forEach(function (tag) {
  KindEditor.options.htmlTags[tag] = qdAttributes;
});
