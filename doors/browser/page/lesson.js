document.getElementById("stage").textContent = "lesson";
