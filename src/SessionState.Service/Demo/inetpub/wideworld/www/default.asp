<h1>Wide World Importers</h1>
