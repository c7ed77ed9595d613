// CKEditor 4：写在 CKEDITOR.replace 之前
var qdTags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
var qdAttributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');
qdTags.forEach(function (tag) {
  var dtd = CKEDITOR.dtd;
  dtd[tag] = dtd.p;
  dtd.$block[tag] = dtd.body[tag] = dtd.div[tag] = dtd.p[tag] = 1;
});
CKEDITOR.config.extraAllowedContent = qdTags.join(' ') + '[' + qdAttributes.join(',') + ']; p(qd-*)';
