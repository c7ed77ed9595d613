// rehype-sanitize 6：unified().use(rehypeSanitize, qdSchema)
import {defaultSchema} from 'rehype-sanitize';

const tags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
const attributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');

export const qdSchema = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames, ...tags],
  attributes: {
    ...defaultSchema.attributes,
    ...Object.fromEntries(tags.map((tag) => [tag, attributes])),
  },
};
