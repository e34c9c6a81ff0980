"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const why = JSON.parse(byId("why").textContent);
  const marks = [...document.querySelectorAll("mark[data-sure]")];
  const tip = byId("tip");

  const element = (name, text, kind = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  // The browser's own tooltip would stand on top of ours, and no keyboard reaches it.
  for (const mark of marks) {
    mark.dataset.said = mark.title;
    mark.setAttribute("aria-label", mark.title);
    mark.removeAttribute("title");
  }

  const fill = (mark) => {
    const { said, chain, sure } = mark.dataset;
    const cut = said.lastIndexOf(`: ${chain}, `);
    const meter = document.createElement("meter");
    meter.value = Number(sure);
    const level = element("div", "", "sure");
    level.append(meter, element("span", said.slice(cut + chain.length + 4)));
    const [before, ...after] = said.slice(0, cut).split(" → ");
    const change = element("div", "", "change");
    change.append(element("bdi", before), " → ", element("bdi", after.join(" → ")));
    tip.replaceChildren(change, element("b", chain), level, element("div", why[chain] ?? ""));
  };

  const show = (mark) => {
    fill(mark);
    tip.hidden = false;
    const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const { width, height } = tip.getBoundingClientRect();
    const below = box.bottom + 8;
    const top = below + height < innerHeight ? below : Math.max(8, box.top - height - 8);
    tip.style.top = `${top}px`;
    tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  };
  const hide = () => { tip.hidden = true; };
  const markOf = (event) => event.target.closest?.("mark[data-sure]");

  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, (event) => {
      const mark = markOf(event);
      if (mark && !mark.classList.contains("unsure")) show(mark);
    });
  }
  for (const name of ["pointerout", "focusout"]) {
    document.addEventListener(name, (event) => { if (markOf(event)) hide(); });
  }
  addEventListener("scroll", () => {
    if (tip.hidden) return;
    const mark = document.querySelector("mark[data-sure]:is(:hover, :focus)");
    if (mark) show(mark); else hide();
  }, { passive: true });

  const step = (by) => {
    const reachable = marks.filter((mark) => mark.tabIndex === 0 && mark.getClientRects().length);
    const here = reachable.indexOf(document.activeElement);
    const next = here < 0 && by < 0 ? reachable.length - 1 : here + by;
    reachable[(next + reachable.length) % reachable.length]?.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") hide();
  });

  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("role").addEventListener("input", (event) => {
    const role = event.target.value;
    for (const row of document.querySelectorAll("tr.removed")) {
      row.hidden = role !== "*" && row.dataset.role !== role;
    }
  });
  byId("sure").addEventListener("input", (event) => {
    const least = Number(event.target.value);
    byId("sure-shown").textContent = `${Math.round(least * 100)} %`;
    for (const mark of marks) {
      const unsure = Number(mark.dataset.sure) < least;
      mark.classList.toggle("unsure", unsure);
      mark.tabIndex = unsure ? -1 : 0;
    }
  });
  byId("fold").addEventListener("click", (event) => {
    const folded = event.target.getAttribute("aria-pressed") !== "true";
    event.target.setAttribute("aria-pressed", String(folded));
    event.target.textContent = folded ? "Unfold removed" : "Fold removed";
    for (const details of document.querySelectorAll("tr.removed details")) details.open = !folded;
  });
  byId("download").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([byId("data").textContent], { type: "application/json" }));
    link.download = "mojifix.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
})();
