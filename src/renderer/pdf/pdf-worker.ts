import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** The one script address that the page may make; the policy that serves the page lets it be made once. */
const policy = window.trustedTypes.createPolicy('pdf-worker', { createScriptURL: () => workerAddress })

/** The worker that reads PDFs beside the page. Whoever starts it ends it. */
export function startPdfWorker(): Worker {
  return new Worker(policy.createScriptURL(workerAddress), { type: 'module', name: 'pdf' })
}
