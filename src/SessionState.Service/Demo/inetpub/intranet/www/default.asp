<h1>Intranet</h1>
