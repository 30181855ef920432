<h1>Adventure Works</h1>
