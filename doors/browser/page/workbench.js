document.getElementById("stage").textContent = "workbench";
