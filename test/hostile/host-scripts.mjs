/* What scripts of portals do to the page they share with ours. Each function runs in the page, before our file. */
/* oxlint-disable no-extend-native, no-global-assign, no-proto, no-underscore-dangle, unicorn/no-new-array, unicorn/no-thenable */

/** The manner of Prototype 1.6: everything in its own way, on everybody's prototypes. */
function prototype16() {
  const extend = (target, source) => {
    for (const key in source) target[key] = source[key];
    return target;
  };
  const toArray = (value) => {
    if (!value) return [];
    if (value.toArray) return value.toArray();
    let length = value.length || 0;
    const results = new Array(length);
    while (length--) results[length] = value[length];
    return results;
  };
  window.$A = Array.from = toArray;
  window.$ = (id) => (typeof id === 'string' ? document.getElementById(id) : id);
  window.$$ = (selector) => toArray(document.querySelectorAll(selector));
  window.$H = (object) => new window.Hash(object);
  window.Hash = function Hash(object) {
    this.object = object;
  };
  window.$break = {};
  Object.extend = extend;
  Object.keys = (object) => {
    const keys = [];
    for (const key in object) keys.push(key);
    return keys;
  };
  Object.values = (object) => {
    const values = [];
    for (const key in object) values.push(object[key]);
    return values;
  };
  const K = (x) => x;
  const enumerable = {
    each(iterator) {
      for (let i = 0; i < this.length; i++) iterator(this[i], i);
      return this;
    },
    all(iterator = K) {
      let result = true;
      this.each((value, i) => (result = result && !!iterator(value, i)));
      return result;
    },
    any(iterator = K) {
      let result = false;
      this.each((value, i) => (result = result || !!iterator(value, i)));
      return result;
    },
    collect(iterator = K, context) {
      const results = [];
      this.each((value, i) => results.push(iterator.call(context, value, i)));
      return results;
    },
    detect(iterator) {
      let found;
      this.each((value, i) => {
        if (found === undefined && iterator(value, i)) found = value;
      });
      return found;
    },
    findAll(iterator) {
      const results = [];
      this.each((value, i) => {
        if (iterator(value, i)) results.push(value);
      });
      return results;
    },
    inject(memo, iterator) {
      let result = memo;
      this.each((value, i) => (result = iterator(result, value, i)));
      return result;
    },
    include(object) {
      return this.indexOf(object) !== -1;
    },
    size() {
      return this.length;
    },
    inspect() {
      return '[' + this.length + ']';
    },
    toArray() {
      return [].concat(this);
    },
  };
  extend(enumerable, {
    map: enumerable.collect,
    find: enumerable.detect,
    select: enumerable.findAll,
    filter: enumerable.findAll,
    member: enumerable.include,
    entries: enumerable.toArray,
    every: enumerable.all,
    some: enumerable.any,
  });
  extend(Array.prototype, enumerable);
  extend(Array.prototype, {
    _reverse: Array.prototype.reverse,
    _each: Array.prototype.forEach,
    clear() {
      this.length = 0;
      return this;
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    compact() {
      return this.select((value) => value != null);
    },
    flatten() {
      return this.inject([], (list, value) => list.concat(Array.isArray(value) ? value.flatten() : [value]));
    },
    without(...values) {
      return this.select((value) => values.indexOf(value) < 0);
    },
    reverse(inline) {
      return (inline !== false ? this : this.toArray())._reverse();
    },
    reduce() {
      return this.length > 1 ? this : this[0];
    },
    uniq() {
      return this.inject([], (list, value) => (list.include(value) ? list : list.concat([value])));
    },
    clone() {
      return [].concat(this);
    },
    toJSON() {
      return '[' + this.map((value) => JSON.stringify(value)).join(', ') + ']';
    },
  });
  const {slice} = Array.prototype;
  extend(Function.prototype, {
    argumentNames() {
      return [];
    },
    bind(context) {
      if (arguments.length < 2 && context === undefined) return this;
      const method = this;
      const args = slice.call(arguments, 1);
      return function () {
        return method.apply(context, args.concat(slice.call(arguments)));
      };
    },
    curry() {
      return this;
    },
    wrap(wrapper) {
      const method = this;
      return function () {
        return wrapper.apply(this, [method.bind(this)].concat(slice.call(arguments)));
      };
    },
    methodize() {
      return this;
    },
    defer() {
      return window.setTimeout(this, 10);
    },
  });
  extend(String.prototype, {
    gsub(pattern, replacement) {
      return this.split(pattern).join(replacement);
    },
    sub(pattern, replacement) {
      return this.replace(pattern, replacement);
    },
    strip() {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    stripTags() {
      return this.replace(/<\/?[^>]+>/gi, '');
    },
    toArray() {
      return this.split('');
    },
    startsWith(pattern) {
      return this.indexOf(pattern) === 0;
    },
    endsWith(pattern) {
      const at = this.length - pattern.length;
      return at >= 0 && this.lastIndexOf(pattern) === at;
    },
    include(pattern) {
      return this.indexOf(pattern) > -1;
    },
    blank() {
      return /^\s*$/.test(this);
    },
    toJSON() {
      return '"' + this + '"';
    },
    inspect() {
      return "'" + this + "'";
    },
  });
  extend(Number.prototype, {
    succ() {
      return this + 1;
    },
    times(iterator) {
      for (let i = 0; i < this; i++) iterator(i);
      return this;
    },
    toJSON() {
      return isFinite(this) ? this.toString() : 'null';
    },
  });
  Date.prototype.toJSON = function () {
    return '"' + this.getUTCFullYear() + '"';
  };
  RegExp.prototype.match = RegExp.prototype.test;
  RegExp.escape = (text) => String(text).replace(/[.*+?^=!:${}()|[\]/\\]/g, '\\$&');
  // Elements made by a function of its own, which is no more what our nodes are instances of.
  const native = window.Element;
  window.Element = function Element(name, attributes) {
    return extend(document.createElement(name), attributes);
  };
  extend(window.Element, native);
  extend(window.HTMLElement.prototype, {
    visible() {
      return this.style.display !== 'none';
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    remove() {
      this.parentNode.removeChild(this);
      return this;
    },
    update(content) {
      this.innerHTML = content;
      return this;
    },
    replace(content) {
      this.outerHTML = content;
      return this;
    },
    insert(content) {
      this.insertAdjacentHTML('beforeend', content);
      return this;
    },
    select(selector) {
      return toArray(this.querySelectorAll(selector));
    },
    down() {
      return this.firstElementChild;
    },
    up() {
      return this.parentNode;
    },
    empty() {
      return !this.innerHTML;
    },
    absolutize() {
      return this;
    },
    identify() {
      return this.id;
    },
    observe(name, handler) {
      this.addEventListener(name, handler, false);
      return this;
    },
    fire() {
      return this;
    },
    setStyle(styles) {
      return extend(this.style, styles) && this;
    },
  });
  document.getElementsByClassName = (name) => toArray(document.querySelectorAll('.' + name));
  document.observe = (name, handler) => document.addEventListener(name, handler, false);
  document.loaded = false;
  window.Event = extend(
    {},
    {KEY_TAB: 9, element: (event) => event.target, stop: (event) => event.preventDefault()},
  );
  window.Ajax = {getTransport: () => new XMLHttpRequest()};
}

/** The manner of MooTools 1.2. */
function mootools12() {
  const own = (target, methods) => {
    for (const key in methods) if (!target[key]) target[key] = methods[key];
  };
  window.$chk = (object) => !!(object || object === 0);
  window.$splat = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
  window.$A = (iterable) => Array.prototype.slice.call(iterable);
  window.$type = (value) => typeof value;
  window.Native = function Native() {};
  window.Class = function Class() {};
  Array.slice = window.$A;
  Array.each = (list, fn, bind) => Array.prototype.forEach.call(list, fn, bind);
  // What is called with one argument, an array: the later ones are lost.
  Array.from = (item) =>
    item == null ? [] : typeof item === 'object' && 'length' in item ? window.$A(item) : [item];
  Function.prototype.extend = function (properties) {
    for (const key in properties) this[key] = properties[key];
    return this;
  };
  Function.prototype.create = function (options) {
    const self = this;
    return function () {
      const args = options.arguments === undefined ? window.$A(arguments) : window.$splat(options.arguments);
      return self.apply(options.bind || null, args);
    };
  };
  Function.prototype.bind = function (bind, args) {
    return this.create({bind, arguments: args});
  };
  Function.prototype.pass = function (args, bind) {
    return this.create({arguments: args, bind});
  };
  Function.prototype.delay = function (delay, bind, args) {
    return setTimeout(this.create({bind, arguments: args}), delay);
  };
  Function.prototype.run = function (args, bind) {
    return this.apply(bind, window.$splat(args));
  };
  own(Array.prototype, {
    $family: {name: 'array'},
    clean() {
      return this.filter((item) => item != null);
    },
    invoke() {
      return this;
    },
    associate(keys) {
      return keys;
    },
    link() {
      return {};
    },
    contains(item) {
      return this.indexOf(item) !== -1;
    },
    extend(array) {
      for (const item of array) this.push(item);
      return this;
    },
    getLast() {
      return this[this.length - 1] || null;
    },
    include(item) {
      if (!this.contains(item)) this.push(item);
      return this;
    },
    combine(array) {
      for (const item of array) this.include(item);
      return this;
    },
    erase(item) {
      for (let i = this.length; i--;) if (this[i] === item) this.splice(i, 1);
      return this;
    },
    empty() {
      this.length = 0;
      return this;
    },
    flatten() {
      return [].concat(...this);
    },
    hexToRgb() {
      return null;
    },
    each: Array.prototype.forEach,
  });
  own(String.prototype, {
    $family: {name: 'string'},
    test(regex, params) {
      return new RegExp(regex, params).test(this);
    },
    contains(string) {
      return this.indexOf(string) > -1;
    },
    clean() {
      return this.replace(/\s+/g, ' ').trim();
    },
    camelCase() {
      return this;
    },
    hyphenate() {
      return this;
    },
    capitalize() {
      return this;
    },
    escapeRegExp() {
      return this;
    },
    toInt(base) {
      return parseInt(this, base || 10);
    },
    toFloat() {
      return parseFloat(this);
    },
    substitute() {
      return this;
    },
    stripScripts() {
      return this;
    },
  });
  own(Number.prototype, {
    limit(min, max) {
      return Math.min(max, Math.max(min, this));
    },
    round() {
      return Math.round(this);
    },
    times() {},
    toInt() {
      return parseInt(this, 10);
    },
  });
  Date.implement = () => {};
  const {stringify, parse} = JSON;
  window.JSON = Object.assign(new window.Native(), {stringify, parse, encode: stringify, decode: parse});
  window.Hash = function Hash() {};
  window.Browser = {Engine: {webkit: true, name: 'webkit', version: 419}, Platform: {}, Features: {}};
  const legacy = window.Element;
  window.Element = function Element(tag) {
    return document.createElement(tag);
  };
  window.Element.prototype = legacy.prototype;
  for (const [name, method] of Object.entries({
    set(key, value) {
      this[key] = value;
      return this;
    },
    get(key) {
      return this[key];
    },
    inject(element) {
      element.appendChild(this);
      return this;
    },
    adopt(element) {
      this.appendChild(element);
      return this;
    },
    dispose() {
      return this.parentNode ? this.parentNode.removeChild(this) : this;
    },
    destroy() {
      return this.dispose();
    },
    clone() {
      return this.cloneNode(true);
    },
    empty() {
      while (this.firstChild) this.removeChild(this.firstChild);
      return this;
    },
    store() {
      return this;
    },
    retrieve() {
      return null;
    },
    getParent() {
      return this.parentNode;
    },
    getElements(selector) {
      return window.$A(this.querySelectorAll(selector));
    },
    addEvent(name, fn) {
      this.addEventListener(name, fn, false);
      return this;
    },
    fireEvent() {
      return this;
    },
    hasClass(name) {
      return (' ' + this.className + ' ').indexOf(' ' + name + ' ') > -1;
    },
    toQueryString() {
      return '';
    },
    uid: 1,
    $family: {name: 'element'},
  }))
    legacy.prototype[name] = method;
  window.Event = function Event(event) {
    return Object.assign(this, {event, stop() {}});
  };
  document.id = (id) => document.getElementById(id);
  window.$ = document.id;
  window.$$ = (selector) => window.$A(document.querySelectorAll(selector));
  document.head = document.getElementsByTagName('head')[0];
}

/** All of them: name, what it does. */
export const HOST_SCRIPTS = {
  'Prototype 1.6': prototype16,
  'MooTools 1.2': mootools12,
  'both, one after the other': `(${prototype16})();(${mootools12})()`,
  AMD() {
    window.define = function define() {
      window.wasDefined = true;
      throw new Error('Mismatched anonymous define() module');
    };
    window.define.amd = {};
    window.require = window.requirejs = () => {
      throw new Error('not loaded');
    };
  },
  CommonJS() {
    window.module = {exports: {kept: true}};
    window.exports = window.module.exports;
    window.require = (name) => {
      throw new Error(`Cannot find module ${name}`);
    };
    window.process = {env: {NODE_ENV: 'production'}, versions: {node: '0.10'}};
    window.global = window;
  },
  'SystemJS and CMD'() {
    window.System = {register() {}, import: () => Promise.reject(new Error('no'))};
    window.seajs = {use() {}};
    window.define = () => {};
    window.define.cmd = {};
  },
  'frozen intrinsics'() {
    for (const name of Object.getOwnPropertyNames(window)) {
      if (!/^[A-Z]/.test(name)) continue;
      let value;
      try {
        value = window[name];
      } catch {
        continue;
      }
      // The language's own; those of the document belong to the browser.
      if (
        !/^(Object|Function|Array|String|Number|Boolean|Symbol|Date|RegExp|Promise|Map|Set|WeakMap|WeakSet|Proxy|Reflect|JSON|Math|Error|TypeError|RangeError|SyntaxError|EvalError|URIError|ArrayBuffer|Uint8Array|BigInt|Intl)$/.test(
          name,
        )
      )
        continue;
      if (value.prototype) Object.freeze(value.prototype);
      Object.freeze(value);
    }
  },
  'frozen classes of the document'() {
    for (const name of [
      'Node',
      'Element',
      'HTMLElement',
      'Document',
      'EventTarget',
      'Event',
      'CustomEvent',
      'ShadowRoot',
      'CustomElementRegistry',
      'CSSStyleSheet',
    ]) {
      Object.freeze(window[name].prototype);
      Object.freeze(window[name]);
    }
  },
  'enumerable prototypes'() {
    Object.prototype.extend = function extend() {};
    Object.prototype.x = 1;
    Object.prototype.name2 = 'name';
    for (const type of [Array, String, Number, Function, Date, RegExp, Boolean]) {
      type.prototype.each = function each() {};
      type.prototype.plugin = {};
    }
  },
  'names of ours on Object.prototype'() {
    for (const name of [
      'report',
      'src',
      'code',
      'fault',
      'error',
      'basis',
      'of',
      'qualifier',
      'series',
      'variant',
      'attribute',
      'fromAttribute',
      'toAttribute',
      'converter',
      'hasChanged',
      'noAccessor',
      'done',
      'default',
      'once',
      'signal',
      'url',
      'why',
      'known',
      'start',
      'format',
      'kind2',
    ]) {
      Object.prototype[name] = undefined;
    }
  },
  'values of ours on Object.prototype'() {
    // What a careless extension leaves: functions under common names.
    for (const name of [
      'get2',
      'isEmpty',
      'clone',
      'merge',
      'forEach',
      'size',
      'contains',
      'find',
      'toJSON2',
      'remove',
      'add2',
      'has2',
      'keys2',
      'values2',
    ]) {
      Object.prototype[name] = function () {};
    }
  },
  'toJSON everywhere'() {
    Array.prototype.toJSON = () => 'array';
    String.prototype.toJSON = () => 'string';
    Date.prototype.toJSON = () => 'date';
    Number.prototype.toJSON = () => 'number';
    Object.prototype.toJSON = () => 'object';
  },
  'JSON wrapped'() {
    const {parse, stringify} = JSON;
    JSON.parse = function (text, reviver) {
      return parse.call(JSON, text, (key, value) => (reviver ? reviver(key, value) : value));
    };
    JSON.stringify = (...args) => stringify.apply(JSON, args);
  },
  'fetch, XMLHttpRequest and history wrapped'() {
    const {fetch: real} = window;
    window.calls = [];
    window.fetch = function (...args) {
      window.calls.push(String(args[0]));
      return real.apply(this || window, args).then((response) => response.clone());
    };
    const {open} = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (...args) {
      window.calls.push(String(args[1]));
      return open.apply(this, args);
    };
    for (const name of ['pushState', 'replaceState']) {
      history[name] = () => {
        throw new Error('not here');
      };
    }
  },
  'fetch that gives a plain object'() {
    const {fetch: real} = window;
    window.fetch = async (url) => {
      const response = await real(url);
      const text = await response.text();
      return {
        ok: true,
        status: 200,
        headers: new Headers({'content-type': 'application/json'}),
        text: async () => text,
        json: async () => JSON.parse(text),
        arrayBuffer: async () => new TextEncoder().encode(text).buffer,
      };
    };
  },
  'timers and promises wrapped'() {
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']) {
      const real = window[name];
      window[name] = function (callback, ...rest) {
        return real.call(window, () => callback(performance.now()), ...rest);
      };
    }
    const {then} = Promise.prototype;
    Promise.prototype.then = function (...args) {
      return then.apply(this, args);
    };
  },
  'listeners wrapped'() {
    const {addEventListener, removeEventListener} = EventTarget.prototype;
    const wrapped = new WeakMap();
    EventTarget.prototype.addEventListener = function (name, listener, options) {
      let own = listener;
      if (typeof listener === 'function') {
        own =
          wrapped.get(listener) ||
          function (event) {
            return listener.call(this, event);
          };
        wrapped.set(listener, own);
      }
      return addEventListener.call(this, name, own, options);
    };
    EventTarget.prototype.removeEventListener = function (name, listener, options) {
      return removeEventListener.call(this, name, wrapped.get(listener) || listener, options);
    };
  },
  'methods of elements wrapped'() {
    for (const [type, names] of [
      [Node, ['appendChild', 'insertBefore', 'removeChild', 'cloneNode']],
      [
        Element,
        ['setAttribute', 'getAttribute', 'attachShadow', 'querySelector', 'closest', 'remove', 'append'],
      ],
      [Document, ['createElement', 'querySelectorAll', 'importNode', 'createTreeWalker']],
    ]) {
      for (const name of names) {
        const real = type.prototype[name];
        type.prototype[name] = function (...args) {
          return real.apply(this, args);
        };
      }
    }
  },
  'no ResizeObserver': 'delete window.ResizeObserver',
  'no IntersectionObserver': 'delete window.IntersectionObserver; delete window.IntersectionObserverEntry',
  'no constructable style sheets'() {
    delete Document.prototype.adoptedStyleSheets;
    delete ShadowRoot.prototype.adoptedStyleSheets;
    delete CSSStyleSheet.prototype.replaceSync;
    delete CSSStyleSheet.prototype.replace;
  },
  'style sheets that cannot be constructed'() {
    window.CSSStyleSheet = new Proxy(CSSStyleSheet, {
      construct() {
        throw new TypeError('Illegal constructor');
      },
    });
  },
  'an Intl with holes'() {
    for (const name of [
      'Segmenter',
      'RelativeTimeFormat',
      'ListFormat',
      'DisplayNames',
      'PluralRules',
      'NumberFormat',
      'DateTimeFormat',
      'Collator',
      'Locale',
    ])
      delete Intl[name];
  },
  'no Intl': 'delete window.Intl',
  'nothing newer than 2020'() {
    for (const [type, names] of [
      [
        Array.prototype,
        ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group'],
      ],
      [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
      [Object, ['hasOwn', 'groupBy']],
      [Map, ['groupBy']],
      [Promise, ['any', 'withResolvers', 'try']],
      [
        Element.prototype,
        ['replaceChildren', 'checkVisibility', 'getHTML', 'setHTMLUnsafe', 'ariaLabel', 'moveBefore'],
      ],
      [Document.prototype, ['replaceChildren', 'startViewTransition']],
      [DocumentFragment.prototype, ['replaceChildren']],
      [HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover', 'popover']],
      [AbortSignal, ['timeout', 'any', 'abort']],
      [Response, ['json']],
      [URL, ['canParse', 'parse']],
      [Uint8Array, ['fromBase64']],
      [Set.prototype, ['union', 'intersection', 'difference']],
      [
        Iterator.prototype,
        ['map', 'filter', 'toArray', 'forEach', 'some', 'find', 'reduce', 'flatMap', 'take', 'drop'],
      ],
      [
        window,
        [
          'structuredClone',
          'reportError',
          'scheduler',
          'Iterator',
          'WeakRef',
          'FinalizationRegistry',
          'AggregateError',
          'requestIdleCallback',
          'cancelIdleCallback',
          'Sanitizer',
          'navigation',
          'CompressionStream',
          'DecompressionStream',
          'Highlight',
          'crossOriginIsolated',
        ],
      ],
    ])
      for (const name of names) delete type[name];
  },
  'no trusted types': 'delete window.trustedTypes; delete window.TrustedTypePolicyFactory',
  'no matchMedia': 'delete window.matchMedia',
  'no console': 'delete window.console; window.console = undefined',
  'an empty console': 'window.console = {}',
  'a console that throws'() {
    window.console = new Proxy(
      {},
      {
        get() {
          throw new Error('no console');
        },
      },
    );
  },
  'a console whose methods throw'() {
    for (const name of ['log', 'warn', 'error', 'info', 'debug']) {
      console[name] = () => {
        throw new Error('no console');
      };
    }
  },
  'customElements wrapped'() {
    const {define, get, whenDefined} = customElements;
    window.defined = [];
    customElements.define = function (name, type, options) {
      window.defined.push(name);
      return define.call(customElements, name, type, options);
    };
    customElements.get = (name) => get.call(customElements, name);
    customElements.whenDefined = (name) => whenDefined.call(customElements, name);
  },
  'HTMLElement replaced for ES5'() {
    // The adapter of the web components polyfills, for classes compiled to functions.
    const Native = window.HTMLElement;
    window.HTMLElement = function HTMLElement() {
      return Reflect.construct(Native, [], this.constructor);
    };
    window.HTMLElement.prototype = Native.prototype;
    window.HTMLElement.prototype.constructor = window.HTMLElement;
    Object.setPrototypeOf(window.HTMLElement, Native);
  },
  'properties of elements patched'() {
    for (const [type, name] of [
      [Element.prototype, 'innerHTML'],
      [Node.prototype, 'textContent'],
      [Element.prototype, 'className'],
      [Node.prototype, 'parentNode'],
    ]) {
      const {get, set} = Object.getOwnPropertyDescriptor(type, name);
      Object.defineProperty(type, name, {
        configurable: true,
        get() {
          return get.call(this);
        },
        set:
          set &&
          function (value) {
            return set.call(this, value);
          },
      });
    }
  },
  'storage and cookies denied'() {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
    Object.defineProperty(Document.prototype, 'cookie', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  },
  'old globals of our names'() {
    for (const name of [
      'Chart',
      'z',
      'lit',
      'html',
      'css',
      'qd',
      'QD',
      'QdMetric',
      'qdWidgets',
      'e',
      't',
      'n',
      'i',
      's',
      'parts',
      'lazy',
      'render',
      'nothing',
    ]) {
      window[name] = {old: name};
    }
    window.litHtmlVersions = ['1.0.0'];
    window.litElementVersions = ['2.0.0'];
    window.reactiveElementVersions = ['0.9.0'];
  },
  'our names fixed'() {
    for (const name of ['Chart', 'z', 'lit', 'qd', 'QdMetric']) {
      Object.defineProperty(window, name, {
        value: `the page's ${name}`,
        writable: false,
        configurable: false,
      });
    }
  },
  'a $ and jQuery 1.4'() {
    window.$ = window.jQuery = () => ({length: 0, ready() {}});
    window.jQuery.fn = {jquery: '1.4.2'};
    window._ = {templateSettings: {}};
  },
  'old fillings for what 2019 brought'() {
    // Enumerable, and as far as their authors needed them. Without them at all no script of ours starts.
    Array.prototype.flat = function flat() {
      return Array.prototype.concat.apply([], this);
    };
    Array.prototype.flatMap = function flatMap(callback, context) {
      return Array.prototype.concat.apply([], this.map(callback, context));
    };
    Object.fromEntries = (entries) => {
      const object = {};
      for (const [key, value] of entries) object[key] = value;
      return object;
    };
    String.prototype.matchAll = function matchAll(pattern) {
      const found = [];
      this.replace(pattern, (...match) => {
        found.push(
          match.slice(
            0,
            match.findIndex((part) => typeof part === 'number'),
          ),
        );
      });
      return found;
    };
  },
  'no CSSStyleSheet at all': 'delete window.CSSStyleSheet',
  'a Date that stands still'() {
    const Native = Date;
    window.Date = function FixedDate(...args) {
      return args.length ? new Native(...args) : new Native(0);
    };
    Object.assign(window.Date, {now: () => 0, UTC: Native.UTC, parse: Native.parse});
    window.Date.prototype = Native.prototype;
  },
  'a URL of its own'() {
    const Native = URL;
    window.URL = class extends Native {};
    window.webkitURL = Native;
  },
  'document.write at the end'() {
    document.addEventListener('DOMContentLoaded', () => {
      const script = document.createElement('div');
      script.id = 'written';
      document.body.appendChild(script);
    });
  },
  'names of the page on window by id'() {
    for (const id of [
      'report',
      'src',
      'customElements2',
      'name2',
      'parent2',
      'trusted',
      'litHtml',
      'observer',
    ]) {
      const element = document.createElement('a');
      element.id = id;
      document.documentElement.appendChild(element);
    }
  },
};
