// DOMPurify 3：DOMPurify.sanitize(html, qdOptions)
export const qdOptions = {
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck:
      /^qd-(metric|progress|chart|standings|table|source|document-list|platform-list|area|issue-list|plan-list|dashboard)$/,
    attributeNameCheck:
      /^(report|indicator|indicators|area|variant|theme|text|locale|target|change|trend|also|type|mode|heading-level)$/,
  },
};
