/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ENTRY_EDITOR (accord_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordEntryEditor, accord_entry_editor, ACCORD, ENTRY_EDITOR, AccordFieldEditor)

G_END_DECLS
