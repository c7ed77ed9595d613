import type {MarkupAdvice, MarkupOutcome, MarkupPart} from '../src/embed/judge-markup.js';

type Both = readonly [zh: string, en: string];

export const OUTCOMES: Record<MarkupOutcome, Both> = {
  card: [
    '能用。读者看到卡片；脚本没有到的地方，看到文字和链接。',
    'It works. Readers see the card; where no script comes, the words and the link.',
  ],
  inline: [
    '能用，夹在句子里。读者看到句中的数字，点一下看出处。',
    'It works, inside a sentence: readers see the figure in the text, and its source at a click.',
  ],
  frame: ['能用。读者在框里看到卡片。', 'It works. Readers see the card in a frame.'],
  picture: [
    '能用。读者看到图片；图片连着链接、网站装了脚本时，看到卡片。',
    'It works, as a picture; with its link, and the script in the template, as a card.',
  ],
  marker: [
    '要看网站模板：模板开了文字标记，读者看到卡片；没有开，读者看到这串方括号。',
    'It depends on the template: where it expands markers, readers see the card; elsewhere they see the brackets.',
  ],
  link: [
    '只剩链接，不会变成卡片：它在一个失了属性的标签里。读者看到文字和链接。',
    'Only the link works, inside a tag that lost its attributes. Readers see the words and the link.',
  ],
  foreign: [
    '链接还在，但指向别的网站，不会变成卡片。读者看到文字和链接。',
    'The link is there but leads to another host, so it stays a link. Readers see the words and the link.',
  ],
  address: [
    '只剩网址，没有链接。读者看到一行网址。',
    'Only the address is left, not as a link. Readers see a line of address.',
  ],
  words: [
    '只剩文字。数字是对的，但不是卡片，也没有链接。',
    'Only the words are left. The figure is right, but there is no card and no link.',
  ],
  code: ['不能用。读者会看到代码。', 'It does not work. Readers would see code.'],
  nothing: ['什么也没有留下。', 'Nothing of it is left.'],
};

export const PARTS: Record<MarkupPart, Both> = {
  link: ['链接', 'the link'],
  class: ['样式类名', 'the class'],
  tag: ['组件标签', 'our tag'],
  attributes: ['标签的属性', 'the tag’s attributes'],
  iframe: ['框架', 'the frame'],
  picture: ['图片', 'the picture'],
  script: ['脚本', 'a script'],
  marker: ['文字标记', 'the marker'],
  address: ['网址（文字）', 'the address as text'],
  words: ['文字和数字', 'the words and the figure'],
  code: ['显示出来的代码', 'code that is shown'],
};

export const ADVICE: Record<MarkupAdvice, Both> = {
  'load-script': [
    '网站模板里要有脚本（见“网站模板”），每个网站放一次。',
    'The site’s template must load the script (see “Template”), once per site.',
  ],
  'own-block': ['想要卡片，让链接单独成一段。', 'For a card, let the link stand in a paragraph of its own.'],
  'list-host': [
    '改用本网站的地址；或者请管理员在模板的脚本上写 data-qd-hosts。',
    'Use your own site’s address, or ask the administrator to list the host in data-qd-hosts on the script.',
  ],
  'copy-rich': [
    '回到第三步，选“链接”，点“复制”，在编辑区直接粘贴；不要先经过记事本，也不要选“粘贴为纯文本”。',
    'Go back to step 3, choose “Link”, press Copy and paste straight into the editor; not by way of Notepad, not as plain text.',
  ],
  'paste-source': [
    '要贴代码，先切换到“源代码”或“HTML”视图。',
    'To paste code, switch to the source (HTML) view first.',
  ],
  'use-link': [
    '这个编辑器会去掉组件标签，请改用“链接”。',
    'This editor removes our tags: use the link form.',
  ],
  'open-tags': [
    '或者请管理员放行qd-开头的标签和属性。',
    'Or ask the administrator to allow the qd- tags and their attributes.',
  ],
  'empty-tag': [
    '标签里的文字跑到了外面，读者会看到两遍：把多余的一段删掉。',
    'The words slipped out of the tag, so readers see them twice: delete the extra paragraph.',
  ],
  'frame-scripts': [
    '编辑器关掉了框里的脚本：卡片照样显示，但不能点开看出处，高度也不会自己调整。',
    'The editor has turned off scripts in the frame: the card is shown, but its source does not open and its height does not fit itself.',
  ],
  'picture-lost': [
    '图片被编辑器弄坏了：下载图片，用编辑器自己的“上传图片”。',
    'The picture was spoilt: download it and upload it with the editor’s own button.',
  ],
  'article-script': [
    '文章里的脚本可以删掉：脚本只放在网站模板里。',
    'The script in the article can go: it belongs in the template only.',
  ],
  'expand-markers': [
    '问一下管理员，模板的脚本上有没有写 data-qd-markers。',
    'Ask the administrator whether the script in the template says data-qd-markers.',
  ],
};
