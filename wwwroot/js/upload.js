// A form with files: <form data-upload>. Its files are sent first, one after another and with how far they are; then the form itself, with
// their ids. An upload that is cut off leaves nothing behind, and what was typed stays. Without scripts the form carries the files itself.

document.addEventListener("submit", event => {
  const form = event.target;
  const field = form.matches?.("form[data-upload]") ? form.querySelector("input[type=file]") : null;
  if (!field || field.files.length === 0) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  sendFiles(form, field).catch(fault => fail(form, fault));
}, true);

async function sendFiles(form, field) {
  const files = [...field.files];
  const all = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  busy(form, true);
  for (const file of files) {
    keep(form, await send(form, file, loaded => show(form, Math.floor((before + loaded) * 100 / all))));
    before += file.size;
  }
  field.value = "";
  form.submit();
}

function send(form, file, progress) {
  return new Promise((done, failed) => {
    const data = new FormData();
    data.set("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
    data.set("file", file);
    const request = new XMLHttpRequest();
    request.open("POST", "/attachments");
    request.upload.addEventListener("progress", event => progress(Math.min(event.loaded, file.size)));
    request.addEventListener("load", () => {
      const answer = parse(request.responseText);
      if (request.status === 201) {
        done(answer.id);
      } else {
        failed(answer?.message);
      }
    });
    request.addEventListener("error", () => failed());
    request.addEventListener("abort", () => failed());
    request.send(data);
  });
}

function keep(form, id) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "kept";
  field.value = id;
  form.append(field);
}

function show(form, percent) {
  form.querySelector("progress").value = percent;
  say(form, form.dataset.uploadText.replace("{0}", percent));
}

function fail(form, message) {
  for (const sent of form.querySelectorAll("input[type=hidden][name=kept]")) {
    sent.remove();
  }
  busy(form, false);
  say(form, message || form.dataset.uploadFailed);
}

function busy(form, is) {
  form.setAttribute("aria-busy", is);
  form.querySelector("progress").hidden = !is;
  form.querySelector(".form-actions button").disabled = is;
}

function say(form, text) {
  const state = form.querySelector("[data-upload-state]");
  state.hidden = false;
  state.textContent = text;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
