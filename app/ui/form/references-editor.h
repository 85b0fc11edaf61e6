/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REFERENCES_EDITOR (accord_references_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordReferencesEditor, accord_references_editor, ACCORD, REFERENCES_EDITOR,
                      AccordFieldEditor)

G_END_DECLS
