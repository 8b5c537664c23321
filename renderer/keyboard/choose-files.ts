/** Opens the file window of the system, as a key asked for it, and hands over what is chosen there; nothing when it is closed. */
export function chooseFiles(
  page: Document,
  accept: string,
  onChoose: (files: readonly File[]) => void,
): void {
  const input = page.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = accept
  input.addEventListener('change', () => onChoose([...(input.files ?? [])]))
  input.click()
}
