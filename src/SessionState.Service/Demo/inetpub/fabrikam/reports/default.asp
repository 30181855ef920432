<h1>Reports</h1>
