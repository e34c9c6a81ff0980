"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  byId("role").addEventListener("input", (event) => {
    const role = event.target.value;
    for (const row of document.querySelectorAll("tr.removed")) {
      row.hidden = role !== "*" && row.dataset.role !== role;
    }
  });
  byId("sure").addEventListener("input", (event) => {
    const least = Number(event.target.value);
    byId("sure-shown").textContent = `${Math.round(least * 100)} %`;
    for (const mark of document.querySelectorAll("mark[data-sure]")) {
      mark.classList.toggle("unsure", Number(mark.dataset.sure) < least);
    }
  });
  byId("download").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([byId("data").textContent], { type: "application/json" }));
    link.download = "mojifix.json";
    link.click();
    URL.revokeObjectURL(link.href);
  });
})();
