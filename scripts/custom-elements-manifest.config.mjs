/** Describes every tag for editors and documentation, from the docstrings of `widgets/`. */
export default {
  globs: ['widgets/qd-*.ts', 'widgets/report-element.ts', 'widgets/view-element.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'published-paths',
      packageLinkPhase({customElementsManifest}) {
        const published = (path) => path?.replace(/^widgets\/(.+)\.ts$/, 'dist/widgets/$1.js');
        for (const module of customElementsManifest.modules) {
          module.path = published(module.path);
          for (const declaration of module.declarations) {
            declaration.members = declaration.members?.filter(
              (member) => member.privacy === undefined || member.privacy === 'public',
            );
            for (const member of declaration.members ?? []) {
              if (member.inheritedFrom) member.inheritedFrom.module = published(member.inheritedFrom.module);
            }
            for (const attribute of declaration.attributes ?? []) {
              if (attribute.inheritedFrom) {
                attribute.inheritedFrom.module = published(attribute.inheritedFrom.module);
              }
            }
            if (declaration.superclass?.module)
              declaration.superclass.module = published(declaration.superclass.module);
          }
          for (const entry of module.exports) {
            if (entry.declaration?.module) entry.declaration.module = published(entry.declaration.module);
          }
        }
      },
    },
  ],
};
