// markdown-it：markdownIt(qdOptions)。html: true 只用于可信的作者；不可信时渲染之后还要过滤
export const qdOptions = {html: true, linkify: true};
