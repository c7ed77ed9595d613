/** What a screen reader is given of a page, as lines of words: the browser's accessibility tree, told. */

const WORDS = {
  'zh-CN': {
    roles: {
      alert: '警告',
      blockquote: '引文',
      button: '按钮',
      caption: '表格标题',
      cell: '单元格',
      columnheader: '列标题',
      combobox: '组合框',
      Details: '折叠块',
      DisclosureTriangle: '折叠按钮',
      dialog: '对话框',
      group: '组',
      heading: '标题',
      image: '图形',
      link: '链接',
      list: '列表',
      listitem: '列表项',
      mark: '突出显示',
      meter: '计量条',
      navigation: '导航',
      option: '选项',
      paragraph: '段落',
      region: '区域',
      row: '行',
      rowheader: '行标题',
      searchbox: '搜索框',
      status: '状态',
      table: '表格',
      term: '术语',
      definition: '定义',
      text: '文字',
    },
    level: (level) => `${level} 级`,
    collapsed: '已折叠',
    expanded: '已展开',
    pressed: '已按下',
    notPressed: '未按下',
    dialog: '打开对话框',
    colon: '：',
    note: (notes) => `（${notes.join('，')}）`,
  },
  en: {
    roles: {
      columnheader: 'column header',
      combobox: 'combo box',
      Details: 'group',
      DisclosureTriangle: 'disclosure button',
      image: 'graphic',
      listitem: 'list item',
      mark: 'highlight',
      rowheader: 'row header',
      searchbox: 'search box',
    },
    level: (level) => `level ${level}`,
    collapsed: 'collapsed',
    expanded: 'expanded',
    pressed: 'pressed',
    notPressed: 'not pressed',
    dialog: 'opens a dialog',
    colon: ': ',
    note: (notes) => ` (${notes.join(', ')})`,
  },
};

/** Boxes that mean nothing by themselves: their content is told where they stand. */
const BOXES = new Set(['generic', 'none', 'rowgroup', 'MenuListPopup', 'LabelText', 'strong', 'emphasis']);

/** The whole tree of a page, each node with its children. */
export async function accessibilityTree(page) {
  const session = await page.createCDPSession();
  const {nodes} = await session.send('Accessibility.getFullAXTree');
  for (const {backendDOMNodeId, properties = []} of nodes) {
    const told = properties.find(({name}) => name === 'valuetext');
    if (!told) continue;
    // The protocol gives its bytes one by one; from Chromium 156 on it gives none, of any page.
    told.value.value = told.value.value
      ? Buffer.from(told.value.value, 'latin1').toString()
      : await attributeOf(session, backendDOMNodeId, 'aria-valuetext');
  }
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const build = (node) => ({
    role: node.ignored ? 'none' : (node.role?.value ?? 'none'),
    name: (node.name?.value ?? '').trim(),
    text: node.name?.value ?? '',
    value: node.value?.value,
    description: node.description?.value,
    isIgnored: node.ignored,
    ...Object.fromEntries((node.properties ?? []).map(({name, value}) => [name, value.value])),
    children: (node.childIds ?? [])
      .map((id) => byId.get(id))
      .filter(Boolean)
      .map(build),
  });
  return build(nodes[0]);
}

async function attributeOf(session, backendNodeId, name) {
  const {node} = await session.send('DOM.describeNode', {backendNodeId});
  const {attributes = []} = node;
  const at = attributes.findIndex((word, i) => i % 2 === 0 && word === name);
  return at < 0 ? undefined : attributes[at + 1];
}

/** All nodes, from the top. */
export function everyNode(node) {
  return [node, ...node.children.flatMap(everyNode)];
}

/** The letters in a node, without a space that is not in the page. */
const textIn = (node) => (node.role === 'StaticText' ? node.text : node.children.map(textIn).join(''));
const bare = (text) => text.replace(/\s+/g, '');

/**
 * The content of a node as lines: role, name, state and value of each node, in the order they are met. With `only`
 * just the nodes of these roles.
 */
export function readingOf(node, language, only) {
  const words = WORDS[language];
  const lines = [];
  const tell = (at, depth) => {
    let run = '';
    const flush = () => {
      const text = run.replace(/\s+/g, ' ').trim();
      if (text && !only)
        lines.push(`${'  '.repeat(depth)}${words.roles.text ?? 'text'}${words.colon}${text}`);
      run = '';
    };
    const visit = (child) => {
      if (child.role === 'StaticText') run += child.text;
      else if (child.role === 'LineBreak') run += ' ';
      else if (child.isIgnored || child.role === 'none') child.children.forEach(visit);
      else if (child.role === 'InlineTextBox') return;
      else if (BOXES.has(child.role)) {
        flush();
        child.children.forEach(visit);
        flush();
      } else {
        flush();
        tellNode(child, depth);
      }
    };
    at.children.forEach(visit);
    flush();
  };
  const tellNode = (at, depth) => {
    const isTold = !only || only.includes(at.role);
    const within = textIn(at);
    const hasParts = everyNode(at)
      .slice(1)
      .some(({role}) => !['StaticText', 'InlineTextBox', 'none', 'generic', 'LineBreak'].includes(role));
    const isLeaf =
      at.role === 'image' ||
      at.role === 'meter' ||
      (!hasParts && (!at.name || bare(at.name) === bare(within) || at.role === 'button'));
    const notes = [];
    if (at.role === 'heading') notes.push(words.level(at.level));
    if (at.hasPopup === 'dialog') notes.push(words.dialog);
    if (at.expanded !== undefined) notes.push(at.expanded ? words.expanded : words.collapsed);
    if (at.pressed !== undefined)
      notes.push(String(at.pressed) === 'true' ? words.pressed : words.notPressed);
    if (at.valuetext) notes.push(at.valuetext);
    else if (at.value !== undefined && at.value !== '') notes.push(String(at.value));
    if (at.description) notes.push(at.description);
    const said = (at.name || (isLeaf ? within : '')).replace(/\s+/g, ' ').trim();
    if (isTold) {
      const role = words.roles[at.role] ?? at.role;
      lines.push(
        `${'  '.repeat(depth)}${role}${said && words.colon}${said}${notes.length ? words.note(notes) : ''}`,
      );
    }
    if (!isLeaf && !(at.name && bare(at.name) === bare(within) && !hasParts))
      tell(at, isTold ? depth + 1 : depth);
  };
  tell(node, 0);
  return lines;
}
