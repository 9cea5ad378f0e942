// The end of 自动刷新.js, a file beside the index page of a set that jixiao watch
// makes; what stands behind it calls it with the build that is there now.  It
// loads that file again until the page belongs to another build.
(function (build) {
    "use strict";
    const wait = 500;           // milliseconds
    const page = document.querySelector("script[data-build]");

    function look() {
        const file = document.createElement("script");
        file.src = `${page.getAttribute("src")}?${Date.now()}`;
        file.onload = () => file.remove();
        // The folder may be away, and come back.
        file.onerror = () => {
            file.remove();
            setTimeout(look, wait);
        };
        document.body.append(file);
    }

    if (page.dataset.build === build)
        setTimeout(look, wait);
    else
        setTimeout(() => location.reload(), wait / 5);
})
