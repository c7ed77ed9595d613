<?php
// HTMLPurifier 4
$tags = 'qd-metric qd-progress qd-chart qd-standings qd-table qd-source '
  . 'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard';
$attributes = 'report indicator indicators area variant theme text locale '
  . 'target change trend also type mode heading-level';
$config = HTMLPurifier_Config::createDefault();
$config->set('HTML.DefinitionID', 'qd-widgets');
$config->set('HTML.DefinitionRev', 1);
if ($definition = $config->maybeGetRawHTMLDefinition()) {
  foreach (explode(' ', $tags) as $tag) {
    $definition->addElement($tag, 'Block', 'Flow', 'Common', array_fill_keys(explode(' ', $attributes), 'Text'));
  }
}
$purifier = new HTMLPurifier($config);
