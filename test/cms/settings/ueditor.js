// UEditor 1.4.3.3：写在 UE.getEditor 之前
var qdTags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
var qdAttributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');
qdTags.forEach(function (tag) {
  UEDITOR_CONFIG.whitList[tag] = qdAttributes;
  var dtd = UE.dom.dtd;
  dtd[tag] = dtd.div;
  dtd.$block[tag] = dtd.body[tag] = dtd.div[tag] = dtd.p[tag] = 1;
});
