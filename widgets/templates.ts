import {render} from 'lit';
import {templates} from './drawn-element.js';

// Imported by each module that gives an element templates to draw.
templates.render = render;
