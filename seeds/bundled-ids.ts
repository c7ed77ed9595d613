// Written by scripts/bundled-ids.mjs from the reports beside it; the build keeps it up to date.

/** The ids that each bundled report has. */
export interface BundledIds {
  'qingdao-2024-h1': {
    area:
      | 'coordination'
      | 'data-elements'
      | 'digital-government'
      | 'digital-society'
      | 'digital-infrastructure';
    indicator:
      | 'apps-migrated'
      | 'asset-compliance-agencies'
      | 'cloud-brain-scenarios'
      | 'cockpit-topics'
      | 'convenience-services'
      | 'data-asset-loans'
      | 'data-centres'
      | 'data-exchange-turnover'
      | 'data-merchants-agencies'
      | 'data-on-books-done'
      | 'data-on-books-started'
      | 'data-resource-calls'
      | 'departments-served'
      | 'digital-gov-tier'
      | 'drone-flights'
      | 'e-certificate-rank'
      | 'gov-service-capability-rating'
      | 'government-service-apps'
      | 'items-on-middle-platform'
      | 'kaos-industrial-data'
      | 'mutual-recognition-hospitals'
      | 'mutual-recognition-items'
      | 'mutual-recognition-times'
      | 'ningmengdou-industrial-data'
      | 'ocean-data-records'
      | 'ocean-data-share'
      | 'ocean-data-volume'
      | 'policy-standards'
      | 'public-data-records'
      | 'public-data-scenarios'
      | 'public-data-volume'
      | 'rubber-industry-data'
      | 'rubber-industry-data-share'
      | 'sensing-devices'
      | 'shandongtong-apps'
      | 'shandongtong-apps-rank'
      | 'shareable-datasets'
      | 'smart-city-rank'
      | 'smart-communities'
      | 'systems-served'
      | 'tasks-implemented'
      | 'unified-build-projects'
      | 'video-ai-algorithms'
      | 'video-feeds';
  };
}
