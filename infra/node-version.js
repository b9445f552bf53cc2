// Plain JavaScript, as an old Node cannot read the TypeScript of everything else.
const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `Node ${process.versions.node} runs this instead of the Node 24 of the packages: the install script of the package "node" did not run. Run "npm ci" with scripts allowed, or use Node 24.`,
  )
  process.exitCode = 1
}
