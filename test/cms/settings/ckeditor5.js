// CKEditor 5：插件里要有 GeneralHtmlSupport
// ClassicEditor.create(element, {plugins: [/* … */ GeneralHtmlSupport], htmlSupport: qdHtmlSupport})
export const qdHtmlSupport = {
  allow: [
    {
      // 不写 $customElement，这一条不起作用
      name: /^(\$customElement|qd-(metric|progress|chart|standings|table|source|document-list|platform-list|area|issue-list|plan-list|dashboard))$/,
      // 一一列出，不写 true：onclick 之类就进不来
      attributes:
        /^(report|indicator|indicators|area|variant|theme|text|locale|target|change|trend|also|type|mode|heading-level)$/,
    },
    // 链接写法的 class 只是提示，不留也行
    {name: 'p', classes: /^qd-/},
  ],
};
