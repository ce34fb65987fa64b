// The desk's list and board with a mouse: choosing all, filters that show at once, cards that are dragged. Each ends in a button or a form
// of the page, which does the same without this.

document.addEventListener("change", event => {
  if (event.target.matches("[data-desk-all]")) {
    for (const box of boxes()) {
      box.checked = event.target.checked;
    }
  }
  if (event.target.matches("[data-desk-all], [name=numbers]")) {
    tellChosen();
  }
  if (event.target.matches("[data-desk-filters] select")) {
    event.target.form.requestSubmit();
  }
});

// Nothing that is usual stands in the address.
document.querySelector("[data-desk-filters]")?.addEventListener("formdata", event => {
  for (const [name, value] of [...event.formData]) {
    if (value === "" || (name === "order" && value === "Risk")) {
      event.formData.delete(name);
    }
  }
});

let dragged = null;

document.addEventListener("pointerdown", event => {
  const card = event.target.closest?.("[data-board-card]");
  if (card && event.pointerType === "mouse") {
    card.draggable = !event.target.closest("button, summary");
  }
});

document.addEventListener("dragstart", event => {
  dragged = event.target.closest?.("[data-board-card]") ?? null;
  if (dragged) {
    event.dataTransfer.effectAllowed = "move";
    for (const column of document.querySelectorAll("[data-board-column]")) {
      column.toggleAttribute("data-takes", stepTo(column) !== null);
    }
  }
});

document.addEventListener("dragover", event => {
  const column = event.target.closest?.("[data-board-column]");
  if (dragged && column && stepTo(column)) {
    event.preventDefault();
  }
});

document.addEventListener("drop", event => {
  const column = event.target.closest?.("[data-board-column]");
  const button = column && stepTo(column);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

document.addEventListener("dragend", () => {
  dragged = null;
  document.querySelectorAll("[data-takes]").forEach(column => column.removeAttribute("data-takes"));
});

/** The button that moves the dragged card to a column; null when it may not go there. */
function stepTo(column) {
  return dragged?.querySelector(`[data-board-step="${CSS.escape(column.dataset.boardColumn)}"]`) ?? null;
}

function boxes() {
  return [...document.querySelectorAll("input[name=numbers]")];
}

function tellChosen() {
  const chosen = boxes().filter(box => box.checked).length;
  const told = document.querySelector("[data-desk-chosen]");
  if (told) {
    told.textContent = chosen ? String(chosen) : "";
  }
}
