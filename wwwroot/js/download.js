// A form whose answer is a file: <form data-download> shows how much of it has come. Without scripts the browser shows it in its own way.

const form = document.querySelector("form[data-download]");
form?.addEventListener("submit", event => {
  event.preventDefault();
  fetchFile().catch(() => say(form.dataset.downloadFailed));
});

async function fetchFile() {
  const button = form.querySelector("button");
  const bar = form.querySelector("progress");
  button.disabled = true;
  bar.hidden = false;
  bar.value = 0;
  say(form.dataset.downloadText.replace("{0}", size(0)));
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body: new FormData(form) });
    if (!answer.ok || !answer.headers.get("Content-Disposition")) {
      throw new Error(answer.statusText);
    }
    save(await receive(answer, bar), nameOf(answer));
    bar.value = 100;
    say(form.dataset.downloadDone);
  } finally {
    button.disabled = false;
  }
}

async function receive(answer, bar) {
  const rough = Number(answer.headers.get("X-Rough-Length")) || 1;
  const pieces = [];
  let bytes = 0;
  for (const reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) {
      return new Blob(pieces, { type: answer.headers.get("Content-Type") });
    }
    pieces.push(value);
    bytes += value.length;
    bar.value = Math.min(99, Math.floor(bytes * 100 / rough));
    say(form.dataset.downloadText.replace("{0}", size(bytes)));
  }
}

function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function nameOf(answer) {
  const disposition = answer.headers.get("Content-Disposition");
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  return encoded ? decodeURIComponent(encoded[1]) : /filename="?([^";]+)/i.exec(disposition)?.[1] ?? "export.zip";
}

function size(bytes) {
  const megabytes = bytes / 1048576;
  return `${megabytes.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`;
}

function say(text) {
  const state = form.querySelector("[data-download-state]");
  state.hidden = false;
  state.textContent = text;
}
