<h1>timesheets</h1>
