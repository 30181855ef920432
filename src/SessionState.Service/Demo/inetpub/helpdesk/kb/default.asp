<h1>Knowledge base</h1>
