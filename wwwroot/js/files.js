// The files of a form: <div data-files>. They are chosen, dragged onto the page or pasted into the form; each is sent at once, one after
// another, with how far it is, and the form then carries its id. What cannot be sent says why and can be tried again or taken off. Sending
// the form waits for files under way. Without scripts the form carries the files itself.

for (const field of document.querySelectorAll("[data-files]")) {
  watch(field);
}

function watch(field) {
  const form = field.closest("form");
  const input = field.querySelector("input[type=file]");
  const queue = [];
  let request = null;
  let held = null;

  input.addEventListener("change", () => {
    add(input.files);
    input.value = "";
  });
  form.addEventListener("paste", event => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      add(event.clipboardData.files);
    }
  });
  document.addEventListener("dragover", event => {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      field.dataset.filesOver = "";
    }
  });
  document.addEventListener("dragleave", event => {
    if (event.relatedTarget === null) {
      delete field.dataset.filesOver;
    }
  });
  document.addEventListener("drop", event => {
    delete field.dataset.filesOver;
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      add(event.dataTransfer.files);
      field.scrollIntoView({ block: "nearest" });
    }
  });
  document.addEventListener("submit", event => {
    if (event.target === form && !event.defaultPrevented && isBusy()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      held = { by: event.submitter };
      say(field.dataset.filesHold);
    }
  }, true);

  function isBusy() {
    return request !== null || queue.length > 0;
  }

  function add(files) {
    for (const file of files) {
      const row = rowOf(field, file, () => drop(row));
      const fault = faultOf(field, file);
      if (fault) {
        fail(row, fault);
      } else {
        queue.push({ file, row });
      }
    }
    next();
  }

  function drop(row) {
    const at = queue.findIndex(waiting => waiting.row === row);
    if (at >= 0) {
      queue.splice(at, 1);
    }
    // Gone before its sending ends: what was taken off has not failed, and what waits to be sent still is.
    row.remove();
    if (request?.row === row) {
      request.abort();
    }
    field.querySelector("[data-files-list]").hidden = field.querySelector(".file-row") === null;
    input.focus();
  }

  function next() {
    if (request !== null) {
      return;
    }
    const waiting = queue.shift();
    if (waiting) {
      send(waiting.file, waiting.row);
    } else if (held !== null) {
      const by = held.by;
      held = null;
      form.requestSubmit(by);
    }
  }

  function send(file, row) {
    const data = new FormData();
    data.set("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
    data.set("ticket", field.dataset.filesTicket ?? "");
    data.set("file", file);
    request = new XMLHttpRequest();
    request.row = row;
    request.open("POST", "/attachments");
    request.upload.addEventListener("progress", event => show(row, event));
    request.addEventListener("loadend", () => {
      const { status, responseText } = request;
      request = null;
      const answer = parse(responseText);
      if (status === 201 && row.isConnected) {
        done(row, answer.id);
      } else if (row.isConnected) {
        held = null;
        say("");
        fail(row, answer?.message, () => {
          queue.push({ file, row });
          next();
        });
      }
      next();
    });
    request.send(data);
  }

  function done(row, id) {
    const kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = field.dataset.filesKept;
    kept.value = id;
    row.append(kept);
    row.querySelector("progress").remove();
    row.querySelector(".file-state").textContent = field.dataset.filesSent;
    row.dataset.fileRow = "sent";
    say(`${row.querySelector(".file-name").textContent}: ${field.dataset.filesSent}`);
  }

  function show(row, { loaded, total }) {
    const percent = total > 0 ? Math.floor(loaded * 100 / total) : 0;
    const progress = row.querySelector("progress");
    if (progress) {
      progress.value = percent;
      row.querySelector(".file-state").textContent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(percent / 100);
    }
  }

  function fail(row, message, again) {
    row.dataset.fileRow = "failed";
    row.querySelector("progress").hidden = true;
    row.querySelector(".file-state").textContent = "";
    const text = document.createElement("p");
    text.className = "file-fault";
    text.setAttribute("role", "alert");
    text.textContent = message || field.dataset.filesFailed;
    row.append(text);
    if (again) {
      const retry = button(field.dataset.filesRetry, () => {
        text.remove();
        retry.remove();
        row.dataset.fileRow = "waiting";
        row.querySelector("progress").hidden = false;
        again();
      });
      row.querySelector("button").before(retry);
    }
  }

  function say(text) {
    field.querySelector("[data-files-state]").textContent = text;
  }
}

function rowOf(field, file, remove) {
  const row = document.createElement("li");
  row.className = "file-row";
  row.dataset.fileRow = "waiting";
  const progress = document.createElement("progress");
  progress.max = 100;
  progress.value = 0;
  progress.setAttribute("aria-label", file.name);
  const off = button("×", remove);
  off.setAttribute("aria-label", field.dataset.filesRemove.replace("{0}", file.name));
  row.append(text("file-name", file.name), text("hint", size(file.size)), progress, text("file-state muted", field.dataset.filesWaiting), off);
  const list = field.querySelector("[data-files-list]");
  list.hidden = false;
  list.append(row);
  return row;
}

// What the server would refuse is not sent to it first; it decides all the same.
function faultOf(field, file) {
  const types = field.querySelector("input[type=file]").accept.split(",");
  const there = field.querySelectorAll(".file-row:not([data-file-row=failed]), input[type=checkbox]:checked").length;
  return !types.some(type => file.name.toLowerCase().endsWith(type)) ? field.dataset.filesType.replace("{0}", file.name)
    : file.size > Number(field.dataset.filesBytes) ? field.dataset.filesTooLarge.replace("{0}", file.name)
    : there > Number(field.dataset.filesMost) ? field.dataset.filesTooMany
    : null;
}

function text(className, content) {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = content;
  return span;
}

function button(label, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-small button-quiet";
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

function size(bytes) {
  const [amount, unit] = bytes < 1024 * 1024 ? [Math.max(1, Math.floor(bytes / 1024)), "kilobyte"] : [bytes / 1024 / 1024, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(amount);
}

function parse(answer) {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}
