/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/commands.h"

#include <glib/gi18n-lib.h>

#define RECORDS ACCORD_COMMANDS_RECORDS
#define MOVING ACCORD_COMMANDS_MOVING
#define READING ACCORD_COMMANDS_READING
#define WINDOWS ACCORD_COMMANDS_WINDOWS

/* Everything a window does that has a name: keys, the window that lists them, and what Ctrl+K finds all come
 * from here. */
static const AccordCommand commands[] = {
  { "win.new-record", N_ ("Add a record here"), N_ ("New"), "<ctrl>n", RECORDS, "list-add-symbolic" },
  { "win.edit", N_ ("Edit the record in view"), N_ ("Change"), "F2", RECORDS, "document-edit-symbolic" },
  { "win.save", N_ ("Save"), NULL, "<ctrl>s", RECORDS, "document-save-symbolic" },
  { NULL, N_ ("Leave an edit, close the record"), NULL, "Escape", RECORDS, NULL },
  { NULL, N_ ("Today, in a date"), NULL, "t", RECORDS, NULL },
  { NULL, N_ ("A day later, in a date"), NULL, "plus", RECORDS, NULL },
  { NULL, N_ ("A day earlier, in a date"), NULL, "minus", RECORDS, NULL },
  { "win.delete", N_ ("Delete what is selected"), N_ ("Remove"), "Delete", RECORDS, "user-trash-symbolic" },
  { "win.restore", N_ ("Restore what is selected"), N_ ("Bring back"), NULL, RECORDS, "edit-undo-symbolic" },
  { "win.undo", N_ ("Undo"), NULL, "<ctrl>z", RECORDS, "edit-undo-symbolic" },
  { "win.redo", N_ ("Redo"), NULL, "<ctrl><shift>z", RECORDS, "edit-redo-symbolic" },
  { "win.import", N_ ("Import payments…"), N_ ("Spend file, CSV"), NULL, RECORDS, "accord-import-symbolic" },
  { "win.import-figures", N_ ("Import published figures and unit costs…"),
    N_ ("Editions, deflators, discount rates, optimism bias, GMCA"), NULL, RECORDS,
    "accord-import-symbolic" },
  { "win.refresh-committees", N_ ("Refresh from the council’s site…"),
    N_ ("Meetings, modern.gov, fetch, update"), NULL, RECORDS, "view-refresh-symbolic" },
  { "win.import-page", N_ ("Import a committee page…"), N_ ("Minutes, agenda, decision, paste, modern.gov"),
    "<ctrl><shift>m", RECORDS, "accord-meeting-symbolic" },
  { "win.import-organisations", N_ ("Import NHS organisations…"), N_ ("ODS register, etr, epraccur, ORD"),
    NULL, RECORDS, "accord-import-symbolic" },
  { "win.update-organisations", N_ ("Ask the NHS register about the organisations here…"),
    N_ ("ODS, refresh, update"), NULL, RECORDS, "view-refresh-symbolic" },
  { "win.duplicates", N_ ("Find what is kept twice…"), N_ ("Duplicates, merge organisations, merge boards"),
    NULL, RECORDS, "edit-find-symbolic" },
  { "win.export-xlsx", N_ ("Export this list as a spreadsheet…"), N_ ("Excel, XLSX"), NULL, RECORDS,
    "document-send-symbolic" },
  { "win.export-csv", N_ ("Export this list as plain text…"), N_ ("CSV"), NULL, RECORDS,
    "document-send-symbolic" },

  { "win.search-all", N_ ("Go to anything"), NULL, "<ctrl>k", MOVING, NULL },
  { "win.search-list", N_ ("Search this list"), N_ ("Find"), "<ctrl>f", MOVING, "edit-find-symbolic" },
  { "win.back", N_ ("Back"), NULL, "<alt>Left", MOVING, "go-previous-symbolic" },
  { "win.forward", N_ ("Forward"), NULL, "<alt>Right", MOVING, "go-next-symbolic" },
  { "win.overview", N_ ("Go to the overview"), N_ ("Home"), "<alt>Home", MOVING, NULL },
  { "win.pin", N_ ("Pin this record"), N_ ("Bookmark, keep in the sidebar"), "<ctrl>d", MOVING,
    "view-pin-symbolic" },
  { "win.save-search", N_ ("Save this search…"), N_ ("Bookmark, filter"), "<ctrl><shift>d", MOVING,
    "accord-filter-symbolic" },
  { NULL, N_ ("Move a pin in the sidebar"), NULL, "<alt>Up", MOVING, NULL },
  { NULL, N_ ("Show today in a timeline"), NULL, "<ctrl>t", MOVING, NULL },
  { NULL, N_ ("Earlier or later in a timeline"), NULL, "<ctrl>Right", MOVING, NULL },
  { NULL, N_ ("Show everything in a timeline"), NULL, "<ctrl>0", MOVING, NULL },
  { "win.toggle-sidebar", N_ ("Show or hide the sidebar"), NULL, "F9", MOVING, "accord-sidebar-symbolic" },
  { "win.show-deleted", N_ ("Show what was deleted"), N_ ("Deleted records"), NULL, MOVING,
    "user-trash-symbolic" },

  { NULL, N_ ("Comment on what is selected or in view"), NULL, "<ctrl>m", READING, NULL },
  { NULL, N_ ("The case, its documents, the comments in turn"), NULL, "F6", READING, NULL },
  { NULL, N_ ("Select words, also on pages"), NULL, "<shift>Right", READING, NULL },
  { NULL, N_ ("Select whole words"), NULL, "<ctrl><shift>Right", READING, NULL },
  { NULL, N_ ("Move through the words of a page"), NULL, "F7", READING, NULL },
  { NULL, N_ ("Show or hide the outline of a document"), NULL, "F8", READING, NULL },
  { NULL, N_ ("Next page"), NULL, "n", READING, NULL },
  { NULL, N_ ("Previous page"), NULL, "p", READING, NULL },
  { NULL, N_ ("Pages larger"), NULL, "<ctrl>plus", READING, NULL },
  { NULL, N_ ("Pages smaller"), NULL, "<ctrl>minus", READING, NULL },

  { "win.open-in-window", N_ ("Open this in a new window"), NULL, "<ctrl>Return", WINDOWS,
    "window-new-symbolic" },
  { "app.new-window", N_ ("New window"), NULL, "<ctrl><shift>n", WINDOWS, "window-new-symbolic" },
  { "app.open", N_ ("Open a workspace…"), N_ ("File"), "<ctrl>o", WINDOWS, "accord-workspace-symbolic" },
  { "app.open-pack", N_ ("Open a review pack…"), N_ ("accordpack, offline review, answer, response"), NULL,
    WINDOWS, "accord-review-symbolic" },
  { "app.new-workspace", N_ ("Start an empty workspace…"), N_ ("New file"), NULL, WINDOWS,
    "accord-new-symbolic" },
  { "win.own-key", N_ ("Your key…"), N_ ("Sign, seal, public key, fingerprint, another computer"), NULL,
    WINDOWS, "dialog-password-symbolic" },
  { "win.print", N_ ("Print what is in view…"), NULL, "<ctrl>p", WINDOWS, "document-print-symbolic" },
  { "win.print-list", N_ ("Print the whole list…"), NULL, NULL, WINDOWS, "document-print-symbolic" },
  { "win.export-pdf", N_ ("Save what is in view as PDF…"), NULL, "<ctrl><shift>p", WINDOWS,
    "document-save-as-symbolic" },
  { "win.check", N_ ("Check this workspace"), N_ ("Verify, journal"), NULL, WINDOWS, "emblem-ok-symbolic" },
  { "win.backup", N_ ("Save a backup…"), N_ ("Copy"), NULL, WINDOWS, "document-save-as-symbolic" },
  { "win.close", N_ ("Close the window"), NULL, "<ctrl>w", WINDOWS, "window-close-symbolic" },
  { "app.quit", N_ ("Quit"), NULL, "<ctrl>q", WINDOWS, NULL },
  { "win.menu", N_ ("Menu"), NULL, "F10", WINDOWS, NULL },
  { "win.shortcuts", N_ ("Keyboard shortcuts"), N_ ("Keys, help"), "<ctrl>question", WINDOWS,
    "input-keyboard-symbolic" },
  { NULL, N_ ("Help: this list"), NULL, "F1", WINDOWS, NULL },
  { "app.about", N_ ("About Accord"), N_ ("Version"), NULL, WINDOWS, "help-about-symbolic" },
};

/**
 * accord_commands_get:
 * @n_commands: (out): how many
 *
 * Returns: (transfer none): all that a window does under a name, in the order in which keys are listed
 */
const AccordCommand *
accord_commands_get (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}

/**
 * accord_commands_get_keys:
 * @action: an action
 *
 * Returns: (transfer none) (nullable): its key, as GTK writes keys
 */
const char *
accord_commands_get_keys (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i].action, action) == 0)
      return commands[i].keys;

  return NULL;
}

/**
 * accord_command_group_get_label:
 * @group: a heading
 *
 * Returns: (transfer none): its words, translated
 */
const char *
accord_command_group_get_label (AccordCommandGroup group)
{
  switch (group)
    {
    case ACCORD_COMMANDS_RECORDS:
      return _ ("Records");
    case ACCORD_COMMANDS_MOVING:
      return _ ("Finding and moving");
    case ACCORD_COMMANDS_READING:
      return _ ("Reading and commenting");
    default:
      return _ ("Workspaces and windows");
    }
}
