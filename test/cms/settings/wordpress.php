<?php
// WordPress：放进主题的 functions.php，或一个自己的插件
add_filter('wp_kses_allowed_html', function ($allowed, $context) {
  if ($context !== 'post') return $allowed;
  $tags = 'qd-metric qd-progress qd-chart qd-standings qd-table qd-source '
    . 'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard';
  $attributes = 'report indicator indicators area variant theme text locale '
    . 'target change trend also type mode heading-level';
  foreach (explode(' ', $tags) as $tag) {
    $allowed[$tag] = array_fill_keys(explode(' ', $attributes), true);
  }
  return $allowed;
}, 10, 2);
