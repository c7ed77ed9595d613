// sanitize-html 2：sanitizeHtml(html, qdOptions)
import sanitizeHtml from 'sanitize-html';

const tags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
const attributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');

export const qdOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, ...tags, 'img'],
  allowedAttributes: {
    ...sanitizeHtml.defaults.allowedAttributes,
    ...Object.fromEntries(tags.map((tag) => [tag, attributes])),
  },
  allowedClasses: {p: ['qd-*']},
};
