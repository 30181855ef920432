<h1>forms</h1>
